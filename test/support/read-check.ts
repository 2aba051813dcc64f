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

/** How often each of our checks ran at a pull request's head, the older of a name among them. */
export async function countChecks(flow: Pick<Flow, "sandbox" | "name">, number: number): Promise<string[]> {
  return (await listRuns(flow, number, "?filter=all")).map((one) => one.name).sort();
}

async function listRuns(flow: Pick<Flow, "sandbox" | "name">, number: number, query = "") {
  const sha = (await listPullRequests(flow)).find((one) => one.number === number)?.head.sha;
  const path = `/repos/${flow.name}/commits/${sha}/check-runs${query}`;
  return Runs.parse((await flow.sandbox.as("editor").request("GET", path)).body).check_runs;
}

/** A check of a pull request's head as people see it; fails unless each of our checks is to be seen there once. */
export async function readCheck(
  flow: Pick<Flow, "sandbox" | "name">,
  number: number,
  name: "evidence" | "confidentiality" = "evidence",
): Promise<SeenCheck> {
  const editor = flow.sandbox.as("editor");
  const runs = await listRuns(flow, number);
  assert.deepEqual(runs.map((one) => one.name).sort(), ["Galley / confidentiality", "Galley / evidence"]);
  const run = runs.find((one) => one.name === `Galley / ${name}`);
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
