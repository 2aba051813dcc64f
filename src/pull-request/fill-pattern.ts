import { UserError } from "../errors.ts";

/** `{date}` and `{slug}` in a branch pattern or a file name. */
export function fillPattern(
  pattern: string,
  values: { readonly date: string; readonly slug: string },
): string {
  return pattern.replaceAll("{date}", values.date).replaceAll("{slug}", values.slug);
}

/**
 * The first of `name`, `name-2`, `name-3`, … that is not taken. Compared without regard to case, since on
 * many machines two branches that differ only in case cannot both be checked out. In git `a` and `a/b` cannot
 * stand beside each other: another number helps when `a` is wanted, a person when `a/b` is.
 */
export function chooseFree(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((other) => other.toLowerCase()));
  const obstacle = taken.find((other) => name.toLowerCase().startsWith(`${other.toLowerCase()}/`));
  if (obstacle !== undefined) {
    throw new UserError(
      `The branch \`${obstacle}\` leaves no room for one below it: rename it, or change \`branch\` in \`.github/galley.yml\`.`,
    );
  }
  for (const other of taken.map((name) => name.toLowerCase()))
    for (let at = other.indexOf("/"); at !== -1; at = other.indexOf("/", at + 1))
      used.add(other.slice(0, at));
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}

/** The calendar day of a moment in a time zone, `2026-05-05`. */
export function formatDay(moment: Date, timeZone: string): string {
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(moment);
}
