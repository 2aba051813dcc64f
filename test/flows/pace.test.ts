import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { type Flow, startFlow } from "../support/flow.ts";
import { listAnswers, listPullRequests } from "../support/look.ts";

type Limiter = Parameters<Sandbox["limit"]>[0];
type Limit = NonNullable<ReturnType<NonNullable<Limiter["request"]>>>;

/** Holds the first `times` requests of these operations to a limit. */
function limitFirst({ sandbox }: Flow, operation: string, limit: Limit, times = 1): void {
  let left = times;
  sandbox.limit({
    request: (request) => {
      if (left === 0 || request.actor !== "installation" || !request.operation.includes(operation))
        return undefined;
      left -= 1;
      return limit;
    },
  });
}

const start = (t: TestContext) => startFlow(t, { files: demoFiles, hasLinkedIn: true });
const waits = ({ app }: Flow) => app().lines.filter(({ msg }) => msg === "A job waits for a limit");
const failures = ({ app }: Flow) => app().lines.filter(({ msg }) => msg === "A job failed");

/** Drafts once; the limits cost neither a failure nor a second pull request, and everything is said once. */
async function draftOnce(flow: Flow, waited: number): Promise<void> {
  const { number } = await flow.command(demoIssue);
  await flow.ended("draft");
  const [pullRequest, ...more] = await listPullRequests(flow);
  assert.equal(more.length, 0);
  assert.deepEqual(await listAnswers(flow, number), [
    `The draft is ready to be read and edited: #${pullRequest?.number}.`,
  ]);
  assert.equal(waits(flow).length, waited);
  assert.deepEqual(failures(flow), []);
}

const limits: readonly [string, string, Limit][] = [
  ["REST, secondary, 403", "permission", { kind: "secondary", seconds: 1 }],
  ["REST, secondary, 429", "permission", { kind: "secondary", seconds: 1, status: 429 }],
  ["REST, primary", "permission", { kind: "primary", seconds: 0 }],
  ["GraphQL, RATE_LIMIT", "Read ", { kind: "primary", seconds: 0, type: "RATE_LIMIT" }],
  ["GraphQL, RATE_LIMITED, on a write", "Open ", { kind: "primary", seconds: 0, type: "RATE_LIMITED" }],
  ["GraphQL, secondary, 200", "Acknowledge ", { kind: "secondary", seconds: 1 }],
  ["GraphQL, secondary, 403", "Finish ", { kind: "secondary", seconds: 1, status: 403 }],
];

for (const [title, operation, limit] of limits) {
  test(`a draft waits for a limit and is then made: ${title}`, async (t) => {
    const flow = await start(t);
    limitFirst(flow, operation, limit);
    await draftOnce(flow, 1);
    const asked = flow.requests().filter((one) => one.operation.includes(operation));
    assert.equal(asked.length, 2, "once in vain, once more");
  });
}

test("a job that waits sits on no worker: the next one is done meanwhile", async (t) => {
  const flow = await start(t);
  limitFirst(flow, "permission", { kind: "secondary", seconds: 3600 });
  await flow.command(demoIssue);
  await flow.app().waitFor(({ msg }) => msg === "A job waits for a limit");
  await flow.command({ title: "Another", body: demoIssue.body });
  await flow.ended("draft");
  assert.equal((await listPullRequests(flow)).length, 1);
  const [waiting] = await flow.readRows(
    "select state::text, start_after > now() + interval '50 minutes' as is_late from pgboss.job where name = 'draft' and state = 'retry'",
  );
  assert.deepEqual(waiting, { state: "retry", is_late: true });
});

test("a repository that is renamed while its job waits is drafted under its new name", async (t) => {
  const flow = await start(t);
  // Refused before the repository is read, so that the name in the job is the old one.
  limitFirst(flow, "permission", { kind: "secondary", seconds: 1 });
  const heard = flow.sandbox.disturb(({ event }) => (event === "repository" ? "vanish" : undefined));
  await flow.command(demoIssue);
  await flow.app().waitFor(({ msg }) => msg === "A job waits for a limit");
  flow.sandbox.life.rename("acme", "field-notes", "notes");
  heard();
  await flow.ended("draft");
  const [pullRequest] = await listPullRequests({ ...flow, name: "acme/notes" });
  assert.equal(pullRequest?.state, "open");
});

test("a repository that is renamed within hearing: work that waits has the new name", async (t) => {
  const flow = await start(t);
  limitFirst(flow, "permission", { kind: "secondary", seconds: 3600 });
  await flow.command(demoIssue);
  await flow.app().waitFor(({ msg }) => msg === "A job waits for a limit");
  flow.sandbox.life.rename("acme", "field-notes", "notes");
  await flow.app().waitFor(({ msg }) => msg === "A repository moved");
  const [row] = await flow.readRows(
    "select payload::jsonb->'asked'->'repository' as repository from galley.work",
  );
  const repository = { id: String(flow.repository.id), owner: "acme", name: "notes" };
  assert.deepEqual(row, { repository });
});

/** Which of the two threads a limit refuses, and then lets be. */
for (const refused of ["comment0", "comment1"]) {
  test(`an announcement whose ${refused} is too quick is completed later, and nothing is said twice`, async (t) => {
    const flow = await start(t);
    const { number: issue } = await flow.command(demoIssue);
    await flow.ended("draft");
    const [pullRequest] = await listPullRequests(flow);
    assert.ok(pullRequest);
    const leave = flow.sandbox.limit({ mutation: ({ alias }) => alias === refused });
    // GitHub names no time for this limit: a minute. The wait itself is what is looked at, and then shortened.
    await flow.sandbox.as("editor").setDraft(flow.name, pullRequest.number, false);
    await flow.sandbox.as("editor").mergePullRequest(flow.name, pullRequest.number);
    await flow.app().waitFor(({ msg, queue }) => msg === "A job waits for a limit" && queue === "close");
    leave();
    const said = async (thread: number) =>
      (await listAnswers(flow, thread)).filter((answer) => answer.includes("is merged")).length;
    const threads = [pullRequest.number, issue];
    assert.deepEqual(await Promise.all(threads.map(said)), refused === "comment0" ? [0, 1] : [1, 0]);
    await flow.readRows("update pgboss.job set start_after = now() where state = 'retry'");
    await flow.restart();
    await flow.ended("close");
    assert.deepEqual(await Promise.all(threads.map(said)), [1, 1]);
    assert.equal(flow.sandbox.linkedin.posts().length, 1);
  });
}
