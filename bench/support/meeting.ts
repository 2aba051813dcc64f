import { z } from "zod";
import { buildUtterance } from "../../src/sources/build-utterance.ts";
import type { Transcript } from "../../src/sources/transcript.ts";

/** A meeting as the kit's dump has it. */
const Meeting = z.object({
  meeting: z.string(),
  turns: z.array(z.object({ i: z.int(), speaker: z.string().nullable(), content: z.string() })),
  queries: z.array(z.object({ id: z.string(), query: z.string(), words: z.int() })),
});
export type Meeting = z.infer<typeof Meeting>;

const Asked = z.object({ queries: z.array(z.object({ id: z.string() })) });

/**
 * What `answer` makes of each query of a meeting. What is no meeting, or cannot be answered, gets a line too: one for each
 * query that can be made out, with one sentence.
 */
export function answerEach(value: unknown, answer: (meeting: Meeting) => object[]): object[] {
  const read = Meeting.safeParse(value);
  try {
    if (read.success) return answer(read.data);
  } catch (error) {
    return listErrors(value, error instanceof Error ? error.message : String(error));
  }
  return listErrors(
    value,
    `not a meeting as the kit dumps it: ${z.prettifyError(read.error).split("\n")[0]}`,
  );
}

function listErrors(value: unknown, error: string): object[] {
  const asked = Asked.safeParse(value);
  return asked.success && asked.data.queries.length > 0
    ? asked.data.queries.map(({ id }) => ({ id, error }))
    : [{ error }];
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
    speakers: [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))],
  };
}
