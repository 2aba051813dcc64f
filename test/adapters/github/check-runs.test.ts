import assert from "node:assert/strict";
import { test } from "node:test";
import { postChecks } from "../../../src/adapters/github/check-runs.ts";
import { RetryableError, UserError } from "../../../src/errors.ts";
import type { ChecksRequest } from "../../../src/ports/check-runs.ts";
import { checks, place, remark, script } from "./checks.ts";

const made = { data: { check0: { checkRun: { id: "CR_1" } } }, problems: [] };
const annotated = { data: {}, problems: [] };
const many = (count: number): ChecksRequest => ({
  ...checks,
  reports: checks.reports.map((report) => ({ ...report, annotations: remark(count) })),
});

/** Lines of the annotations in a request. */
function linesIn({ variables }: { variables: Record<string, unknown> }): number {
  return JSON.stringify(variables).match(/startLine/g)?.length ?? 0;
}

for (const [count, expected] of [
  [0, [0]],
  [50, [50]],
  [51, [50, 1]],
  [120, [50, 50, 20]],
] as const)
  test(`${count} annotations take ${expected.length} requests`, async () => {
    const { client, sent } = script(made, annotated, annotated);
    assert.equal(await postChecks(client, place, many(count)), "posted");
    assert.deepEqual(sent.map(linesIn), expected);
  });

const listed = (annotations: number, externalId = "PR_1") => ({
  check_runs: [
    { node_id: "CR_9", name: "Check", external_id: externalId, output: { annotations_count: annotations } },
  ],
});
const again = (count: number) => ({ ...many(count), mayHaveActed: true });

test("what an attempt made whose answer was lost is not made twice, and annotated to its end", async () => {
  const whole = script();
  const rest = async (annotations: number, externalId?: string) => listed(annotations, externalId);
  assert.equal(await postChecks({ ...whole.client, rest: () => rest(50) }, place, again(50)), "posted");
  assert.equal(whole.sent.length, 0);
  const half = script(annotated);
  assert.equal(await postChecks({ ...half.client, rest: () => rest(50) }, place, again(70)), "posted");
  assert.deepEqual(half.sent.map(linesIn), [20]);
  assert.match(half.sent[0]?.document ?? "", /updateCheckRun/);
  const others = script(made);
  const outcome = await postChecks({ ...others.client, rest: () => rest(1, "PR_7") }, place, again(1));
  assert.equal(outcome, "posted");
  assert.match(
    others.sent[0]?.document ?? "",
    /createCheckRun/,
    "a check run of another pull request is not ours",
  );
});

test("those that were made anew since are looked for, too", async () => {
  const asked: unknown[] = [];
  const rest = async (_task: string, _route: string, variables: unknown) => {
    asked.push(variables);
    return listed(1);
  };
  await postChecks({ ...script(made).client, rest }, place, again(1));
  assert.deepEqual(asked, [{ owner: "acme", repo: "notes", ref: "c0ffee", per_page: 100, filter: "all" }]);
});

test("a permission that is missing is an outcome, a limit is tried again", async () => {
  const problem = (type: string, message = "m") => ({
    data: { check0: null },
    problems: [{ type, message, path: ["check0"] }],
  });
  assert.equal(await postChecks(script(problem("FORBIDDEN")).client, place, checks), "forbidden");
  assert.equal(await postChecks(script(problem("UNPROCESSABLE")).client, place, checks), "refused");
  await assert.rejects(postChecks(script(problem("RATE_LIMITED")).client, place, checks), RetryableError);
  const refuse = () => Promise.reject(new UserError("no"));
  assert.equal(await postChecks({ ...script().client, rest: refuse }, place, again(1)), "forbidden");
});
