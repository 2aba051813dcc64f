import { renderCode } from "../../../pull-request/clean-for-github.ts";
import type { Unreadable } from "./read-transcripts.ts";

/** Why there is no draft when no source could be read: each reference with its reason, or that there is none. */
export function describeNothingRead(unread: readonly Unreadable[]): string {
  if (unread.length === 0) {
    return "Nothing was drafted: this issue names no source. Put the path of a transcript into its text, for example `transcripts/interview.md`, and write `/draft` again.";
  }
  const because = "Nothing was drafted, because none of the sources could be read:";
  // Each has its own remedy: more than a few are not found in one sentence.
  if (unread.length > 4)
    return `${because}\n${unread.map(({ path, reason }) => `- ${renderCode(path)}: ${reason}`).join("\n")}`;
  return `${because} ${unread.map(({ path, reason }) => `${renderCode(path)} (${reason})`).join("; ")}.`;
}
