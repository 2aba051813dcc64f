import { z } from "zod";
import { buildUtterance } from "../../src/sources/build-utterance.ts";
import type { Transcript } from "../../src/sources/transcript.ts";

/** A meeting as the kit's dump has it. */
const Meeting = z.object({
  meeting: z.string(),
  turns: z.array(z.object({ i: z.int(), speaker: z.string().nullish().default(null), content: z.string() })),
  queries: z.array(z.unknown()),
});
/** `words` is the length that a summary may have; what is asked without one gets a short paragraph. */
const Query = z.object({ id: z.string(), query: z.string(), words: z.int().nullish() });
export type Meeting = Omit<z.infer<typeof Meeting>, "queries"> & {
  readonly queries: readonly { readonly id: string; readonly query: string; readonly words: number }[];
};

const usualWords = 100;
const Asked = z.object({ queries: z.array(z.unknown()) });
const Named = z.object({ id: z.string() });

/**
 * What `answer` makes of each query of a meeting. What is no meeting, or cannot be answered, gets a line too: one for each
 * query that can be made out, with one sentence.
 */
export function answerEach(value: unknown, answer: (meeting: Meeting) => object[]): object[] {
  const read = Meeting.safeParse(value);
  if (!read.success)
    return listErrors(
      Asked.safeParse(value).data?.queries ?? [],
      `not a meeting as the kit dumps it: ${z.prettifyError(read.error).split("\n")[0]}`,
    );
  const queries = read.data.queries.map((query) => Query.safeParse(query));
  const good = queries.flatMap(({ data }) => (data ? { ...data, words: data.words ?? usualWords } : []));
  const bad = read.data.queries.filter((_, at) => !queries[at]?.success);
  const refused = bad.length > 0 ? listErrors(bad, "not a query as the kit dumps it") : [];
  try {
    return [...answer({ ...read.data, queries: good }), ...refused];
  } catch (error) {
    return listErrors(read.data.queries, error instanceof Error ? error.message : String(error));
  }
}

function listErrors(queries: readonly unknown[], error: string): object[] {
  return queries.length === 0
    ? [{ error }]
    : queries.map((query) => ({ ...Named.safeParse(query).data, error }));
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
