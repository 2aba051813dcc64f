import assert from "node:assert/strict";
import { z } from "zod";
import type { Flow } from "./flow.ts";
import { listPullRequests } from "./look.ts";

const Runs = z.object({
  check_runs: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      conclusion: z.string(),
      output: z.object({ title: z.string(), summary: z.string(), text: z.string().nullable() }),
    }),
  ),
});
const Annotations = z.array(
  z.object({
    path: z.string(),
    start_line: z.int(),
    end_line: z.int(),
    annotation_level: z.string(),
    message: z.string(),
  }),
);

/** What a person sees of a check run, as text. Commits and hosts are cut from links. */
export type SeenCheck = {
  /** Name, conclusion, title, summary, and each annotation. */
  readonly said: string;
  /** The ledger. */
  readonly rows: readonly string[];
};

/** The evidence of a pull request's head; fails unless each of our checks ran there once. */
export async function readCheck(flow: Pick<Flow, "sandbox" | "name">, number: number): Promise<SeenCheck> {
  const editor = flow.sandbox.as("editor");
  const sha = (await listPullRequests(flow)).find((one) => one.number === number)?.head.sha;
  const { body } = await editor.request("GET", `/repos/${flow.name}/commits/${sha}/check-runs`);
  const runs = Runs.parse(body).check_runs;
  assert.deepEqual(runs.map((one) => one.name).sort(), ["Galley / confidentiality", "Galley / evidence"]);
  const run = runs.find((one) => one.name === "Galley / evidence");
  assert.ok(run);
  const listed = await editor.request("GET", `/repos/${flow.name}/check-runs/${run.id}/annotations`);
  const notes = Annotations.parse(listed.body).map(
    (note) => `${note.annotation_level}, ${note.path} L${note.start_line}-L${note.end_line}: ${note.message}`,
  );
  const { title, summary, text } = run.output;
  const clean = (shown: string) =>
    shown.replaceAll(/http\S+?\/blob\/[0-9a-f]{40}\//g, "BLOB/").replaceAll("\u200B", "");
  return {
    said: clean([`${run.name}: ${run.conclusion}`, title, summary, ...notes].join("\n")),
    rows: clean(text ?? "").split("\n"),
  };
}
