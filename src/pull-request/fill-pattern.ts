/** `{date}` and `{slug}` in a branch pattern or a file name. */
export function fillPattern(
  pattern: string,
  values: { readonly date: string; readonly slug: string },
): string {
  return pattern.replaceAll("{date}", values.date).replaceAll("{slug}", values.slug);
}

/** The calendar day of a moment in a time zone, `2026-05-05`. */
export function formatDay(moment: Date, timeZone: string): string {
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(moment);
}
