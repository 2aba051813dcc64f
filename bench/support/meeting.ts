import { z } from "zod";
import { buildUtterance } from "../../src/sources/build-utterance.ts";
import type { Transcript } from "../../src/sources/transcript.ts";

/** A meeting as the kit's dump has it. */
const Meeting = z.object({
  meeting: z.string(),
  turns: z.array(z.object({ i: z.int(), speaker: z.string(), content: z.string() })),
  queries: z.array(z.object({ id: z.string(), query: z.string(), words: z.int() })),
});
export type Meeting = z.infer<typeof Meeting>;

/** A meeting, or the sentence that says what is wrong with it. */
export function readMeeting(value: unknown): Meeting | string {
  const read = Meeting.safeParse(value);
  return read.success
    ? read.data
    : `not a meeting as the kit dumps it: ${z.prettifyError(read.error).split("\n")[0]}`;
}

/** Turns as a transcript: utterance `n + 1` is turn `n` of the list; a turn without a word has none. */
export function toTranscript({ meeting, turns }: Meeting): Transcript {
  const utterances = turns.flatMap(({ speaker, content }, at) => {
    const piece = {
      text: content.replace(/\s+/g, " ").trim(),
      breaks: [],
      line: at + 1,
      startMs: null,
      endMs: null,
      opensParagraph: false,
      quotable: true,
    };
    return buildUtterance({ number: at + 1, speaker, quotable: true, pieces: [piece] }) ?? [];
  });
  return {
    source: { id: "S1", repository: null, path: meeting, commit: null, note: null, text: "" },
    format: "text",
    kind: "transcript",
    utterances,
    speakers: [...new Set(turns.map(({ speaker }) => speaker))],
  };
}
