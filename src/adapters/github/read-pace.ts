/** Without a word from GitHub: "wait for at least one minute" (docs.github.com, "Rate limits for the REST API"). */
const unknownMs = 60_000;

/** A reset is a whole second, and may be rounded down. */
const marginMs = 1_000;

/**
 * How long GitHub asked us to wait, from an answer's headers: `retry-after` of a secondary limit, or the reset
 * of a primary one, by GitHub's own clock where the answer tells it.
 */
export function readPace(headers: Readonly<Record<string, unknown>> | undefined, now: Date): number {
  const afterSeconds = readNumber(headers?.["retry-after"]);
  if (afterSeconds !== undefined) return afterSeconds * 1000;
  const resetSeconds = readNumber(headers?.["x-ratelimit-reset"]);
  if (resetSeconds === undefined || headers?.["x-ratelimit-remaining"] !== "0") return unknownMs;
  const date = Date.parse(String(headers?.date ?? ""));
  const nowMs = Number.isNaN(date) ? now.getTime() : date;
  return Math.max(0, resetSeconds * 1000 - nowMs) + marginMs;
}

function readNumber(value: unknown): number | undefined {
  return typeof value === "string" && /^\d{1,12}$/.test(value) ? Number(value) : undefined;
}
