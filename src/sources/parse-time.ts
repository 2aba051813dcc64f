/** A time of day or of a recording inside a larger regular expression: `08:15`, `100:02`, `00:12:34`, `00:12:34.567`. */
export const timePattern = String.raw`(?:\d{1,3}:\d{1,2}|\d{1,3}):\d{2}(?:[.,]\d{1,3})?`;

/** Milliseconds of a written time such as `08:15` or `00:12:34.567`; minutes may go past 99. Null when it is none. */
export function parseTime(written: string): number | null {
  const match = /^(?:(\d{1,3}):(?=\d{1,2}:))?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?$/.exec(written.trim());
  if (!match) return null;
  const [, hours = "0", minutes = "0", seconds = "0", fraction = ""] = match;
  const wholeSeconds = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return wholeSeconds * 1000 + Number(fraction.padEnd(3, "0") || "0");
}

/** The way a time is written in a post: `00:12:34`. */
export function describeTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
