import { z } from "zod";

/** What a check says. It never prints the secret that it found. */
export const Finding = z.object({
  /** Stable name of the rule, such as `quotation-not-found`. */
  rule: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  /** Where: a path, a path with a line, or a part of the draft. */
  place: z.string(),
  /** One sentence: what is wrong and what to do. */
  message: z.string(),
  /** The hash of the claim that it is about (`hashClaim`), so that it stays with its sentences; absent where it is about none. */
  sentence: z.string().optional(),
});
export type Finding = z.infer<typeof Finding>;

/** The place of a finding at a line of the post, from 1. */
export function describePostLine(line: number): string {
  return `post, line ${line}`;
}

/** The line of the post that a finding is at, from 1; null where it is about something else. */
export function readPostLine({ place }: Pick<Finding, "place">): number | null {
  const line = /^post, line (\d{1,6})$/.exec(place)?.[1];
  return line === undefined ? null : Number(line);
}
