import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";

const Query = z.object({ query: z.string(), answer: z.string() });
const Original = z.object({
  meeting_transcripts: z.array(z.object({ speaker: z.string(), content: z.string() })),
  general_query_list: z.array(Query),
  specific_query_list: z.array(
    Query.extend({ relevant_text_span: z.array(z.tuple([z.string(), z.string()])) }),
  ),
});

/** A meeting of QMSum with its answers; meetings of one `series` share their subject. */
export type Labelled = {
  readonly series: string;
  readonly turns: readonly { readonly speaker: string; readonly text: string }[];
  readonly queries: readonly {
    readonly query: string;
    readonly answer: string;
    readonly gold: ReadonlySet<number> | null;
  }[];
};

/** Every meeting under the folder's `train` and `val`. */
export function readLabelled(folder: string): Labelled[] {
  return ["train", "val"].flatMap((split) =>
    readdirSync(join(folder, split))
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) =>
        toLabelled(name, Original.parse(JSON.parse(readFileSync(join(folder, split, name), "utf8")))),
      ),
  );
}

function toLabelled(file: string, original: z.infer<typeof Original>): Labelled {
  const name = basename(file, ".json");
  const clean = (text: string) => text.replace(/\{[^}]*\}|<[^>]*>/g, " ");
  return {
    // ES2006a to d is one project, Bmr005 and Bmr012 one group; committees meet on their own subjects.
    series: /^[A-Z]{2}\d/.test(name) ? name.slice(0, -1) : /^B/.test(name) ? name.slice(0, 3) : name,
    turns: original.meeting_transcripts.map(({ speaker, content }) => ({ speaker, text: clean(content) })),
    queries: [
      ...original.general_query_list.map(({ query, answer }) => ({ query, answer, gold: null })),
      ...original.specific_query_list.map(({ query, answer, relevant_text_span: spans }) => ({
        query,
        answer,
        gold: new Set(
          spans.flatMap(([first, last]) =>
            Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => Number(first) + at),
          ),
        ),
      })),
    ],
  };
}
