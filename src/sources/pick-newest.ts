/** A file with the day that tells how new it is, as `YYYY-MM-DD`; null when nothing does. */
type Dated = { readonly path: string; readonly day: string | null };

/**
 * The day in a path: `2026-03-23`, `2026_03_23`, `20260323` or `2026/03/23`, the last one when there are
 * several; null when there is none.
 */
export function readDay(path: string): string | null {
  const days = [
    ...path.matchAll(/(?<!\d)((?:19|20)\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g),
  ].map(([, year, , month, day]) => `${year}-${month}-${day}`);
  return days.at(-1) ?? null;
}

/**
 * The newest files, newest first. On one day, and where no day is known, the name that comes later in the
 * alphabet is taken for the newer one, with numbers compared as numbers (`part-10` behind `part-9`).
 */
export function pickNewest<T extends Dated>(files: readonly T[], most: number): T[] {
  const order = new Intl.Collator("en", { numeric: true });
  return files
    .toSorted((a, b) => (b.day ?? "").localeCompare(a.day ?? "") || order.compare(b.path, a.path))
    .slice(0, most);
}

/** A folder's own description is no transcript of it. */
export function isReadme(path: string): boolean {
  return /(?:^|\/)readme(?:\.[^/]*)?$/i.test(path);
}
