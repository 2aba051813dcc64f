import assert from "node:assert/strict";
import { test } from "node:test";
import type { WorkRequest } from "../../src/ports/job-queue.ts";
import { enqueuePush } from "../../src/triggers/push.ts";

const commit = (change: object) => ({ added: [], modified: [], removed: [], ...change });
const payload = {
  ref: "refs/heads/main",
  deleted: false,
  forced: false,
  created: false,
  installation: { id: 5 },
  repository: { id: 7, name: "notes", owner: { login: "Acme" }, default_branch: "main" },
  commits: [commit({ modified: [".github/galley.yml"] })],
};

async function takeIn(change: object, allowedOwners = ["acme"], id = "guid"): Promise<WorkRequest[]> {
  const requests: WorkRequest[] = [];
  const enqueue = async (request: WorkRequest) => {
    requests.push(request);
    return "enqueued" as const;
  };
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const world = { allowedOwners, queue: { enqueue }, log };
  await enqueuePush({ id, payload: { ...payload, ...change } }, world);
  return requests;
}

test("a push that changes the settings has them read", async () => {
  const [request, ...more] = await takeIn({});
  assert.equal(more.length, 0);
  assert.equal(request?.key.revision, "delivery:guid");
  assert.deepEqual(request?.job, {
    kind: "settings",
    because: "delivery:guid",
    target: { installationId: 5, repository: { id: "7", owner: "Acme", name: "notes" } },
  });
});

test("a branch that is forced back to an earlier commit has its settings read again", async () => {
  const revisions: (string | undefined)[] = [];
  for (const [id, after] of [
    ["one", "c0ffee"],
    ["two", "decade"],
    ["three", "c0ffee"],
  ])
    revisions.push((await takeIn({ after, forced: true }, ["acme"], id))[0]?.key.revision);
  assert.equal(new Set(revisions).size, 3);
});

const other = commit({ added: ["talk.md"] });
const manyPaths = Array.from({ length: 1_000 }, (_, index) => `${index}.md`);

const read: readonly [string, object][] = [
  ["settings added", { commits: [other, commit({ added: [".github/galley.yml"] })] }],
  ["settings removed", { commits: [commit({ removed: [".github/galley.yml"] })] }],
  ["a forced push, which takes commits away unseen", { forced: true, commits: [other] }],
  ["a default branch that comes to be", { created: true, commits: [other] }],
  ["a push without a list", { commits: [] }],
  ["a list as long as GitHub makes it", { commits: Array.from({ length: 2_048 }, () => other) }],
  ["a commit that lists nothing", { commits: [other, commit({})] }],
  ["a commit whose list may be cut", { commits: [commit({ modified: manyPaths })] }],
  ["a payload without the list", { commits: undefined }],
];
for (const [title, change] of read)
  test(`read: ${title}`, async () => assert.equal((await takeIn(change)).length, 1));

const left: readonly [string, object][] = [
  ["other files", { commits: [other] }],
  ["another branch", { ref: "refs/heads/blog/a" }],
  ["a tag of the branch's name", { ref: "refs/tags/main" }],
  ["the branch deleted", { deleted: true }],
  ["no installation", { installation: undefined }],
  ["a file of the same name elsewhere", { commits: [commit({ added: ["docs/.github/galley.yml"] })] }],
];
for (const [title, change] of left)
  test(`left alone: ${title}`, async () => assert.equal((await takeIn(change)).length, 0));

test("an owner who is not served is not read", async () => {
  assert.equal((await takeIn({}, ["somebody"])).length, 0);
  assert.equal((await takeIn({}, [])).length, 1);
});
