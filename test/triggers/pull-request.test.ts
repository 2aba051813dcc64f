import assert from "node:assert/strict";
import { test } from "node:test";
import type { JobQueue, WorkRequest } from "../../src/ports/job-queue.ts";
import { enqueuePullRequest } from "../../src/triggers/pull-request.ts";

function createWorld(allowedOwners: readonly string[] = ["acme"]) {
  const requests: WorkRequest[] = [];
  const lines: string[] = [];
  const queue: JobQueue = {
    enqueue: async (request) => {
      requests.push(request);
      return "enqueued";
    },
  };
  const note = (fields: object, message: string) => void lines.push(`${message} ${JSON.stringify(fields)}`);
  const log = { debug: note, info: note, warn: note, error: note };
  return { requests, lines, allowedOwners, queue, log };
}

const payload = {
  action: "closed",
  installation: { id: 5 },
  repository: { id: 7, name: "notes", owner: { login: "Acme" } },
  sender: { login: "editor" },
  pull_request: {
    number: 9,
    node_id: "PR_9",
    user: { login: "galley[bot]", type: "Bot" },
    merged: true,
    closed_at: "2026-05-05T10:00:00Z",
    updated_at: "2026-05-05T10:00:01Z",
    head: { sha: "c0ffee" },
  },
};
const { pull_request, repository } = payload;
const withPullRequest = (change: object) => ({ ...payload, pull_request: { ...pull_request, ...change } });

async function takeIn(delivery: unknown, allowedOwners?: readonly string[]): Promise<WorkRequest[]> {
  const world = createWorld(allowedOwners);
  await enqueuePullRequest({ id: "guid", payload: delivery }, world);
  assert.equal(world.lines.length, world.requests.length);
  return world.requests;
}

test("a merge becomes one job, and the log holds nothing of the text", async () => {
  const world = createWorld();
  await enqueuePullRequest({ id: "guid", payload }, world);
  assert.deepEqual(world.requests, [
    {
      deliveryId: "guid",
      key: { kind: "close", repositoryId: "7", subject: "pull-request:9", revision: "merged" },
      installationId: 5,
      asker: null,
      job: {
        kind: "close",
        target: { installationId: 5, repository: { id: "7", owner: "Acme", name: "notes" } },
        pullRequest: { number: 9, nodeId: "PR_9" },
        became: "merged",
        at: "2026-05-05T10:00:00Z",
        person: "editor",
      },
    },
  ]);
  assert.deepEqual(world.lines, [
    'Took in a change of a pull request {"deliveryId":"guid","repositoryId":7,"number":9,"outcome":"enqueued","kind":"close"}',
  ]);
});

const revisions: [string, object, string][] = [
  ["merged", payload, "merged"],
  ["merged, seen at another moment", withPullRequest({ closed_at: "2026-05-06T00:00:00Z" }), "merged"],
  ["closed", withPullRequest({ merged: false }), "closed:2026-05-05T10:00:00Z"],
  ["closed, with merged left out", withPullRequest({ merged: null }), "closed:2026-05-05T10:00:00Z"],
  [
    "closed, without its moment",
    withPullRequest({ merged: false, closed_at: null }),
    "closed:2026-05-05T10:00:01Z",
  ],
  [
    "reopened",
    { ...withPullRequest({ merged: false, closed_at: null }), action: "reopened" },
    "reopened:2026-05-05T10:00:01Z",
  ],
];
for (const [title, delivery, revision] of revisions)
  test(`the work of a pull request that was ${title}`, async () => {
    const requests = await takeIn(delivery);
    assert.deepEqual(
      requests.map(({ key }) => key.revision),
      [revision],
    );
  });

const ignored: [string, unknown][] = [
  ["nothing", null],
  ["another action", { ...payload, action: "labeled" }],
  ["no installation", { ...payload, installation: undefined }],
  ["a number that is none", withPullRequest({ number: 0 })],
  ["an author who is a person", withPullRequest({ user: { login: "editor", type: "User" } })],
  [
    "an author who is a person, and our marker",
    withPullRequest({ user: { type: "User" }, body: "<!-- galley:v1 e30 -->" }),
  ],
  ["an author who is gone", withPullRequest({ user: null })],
  ["another owner", { ...payload, repository: { ...repository, owner: { login: "globex" } } }],
];
for (const [title, delivery] of ignored)
  test(`no work for a closed pull request with ${title}`, async () =>
    assert.deepEqual(await takeIn(delivery), []));

test("the body belongs to the editors: what they leave of it does not matter", async () => {
  for (const body of [null, "", "Somebody's own words"])
    assert.equal((await takeIn(withPullRequest({ body }))).length, 1);
});

test("where everybody is served, so is another owner", async () => {
  const delivery = { ...payload, repository: { ...repository, owner: { login: "globex" } } };
  assert.equal((await takeIn(delivery, [])).length, 1);
});

test("a push is looked at once a commit, whoever pushed: other bots edit posts, too", async () => {
  const pushed = { ...payload, action: "synchronize" };
  for (const sender of [payload.sender, { login: "prettier[bot]", type: "Bot" }]) {
    const [request] = await takeIn({ ...pushed, sender });
    assert.deepEqual([request?.job.kind, request?.key.revision], ["review", "commit:c0ffee"]);
  }
});

test("an edit of title or text is looked at once a delivery: two may fall into one second", async () => {
  const edited = { ...payload, action: "edited", changes: { title: { from: "Another" } } };
  const [request] = await takeIn(edited);
  assert.deepEqual([request?.job.kind, request?.key.revision], ["review", "edited:guid"]);
  assert.equal((await takeIn({ ...edited, changes: { body: { from: "" } } })).length, 1);
  assert.deepEqual(await takeIn({ ...edited, changes: { base: { ref: { from: "main" } } } }), []);
  assert.deepEqual(await takeIn({ ...edited, changes: undefined }), []);
});
