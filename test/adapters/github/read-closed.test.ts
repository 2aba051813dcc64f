import assert from "node:assert/strict";
import { test } from "node:test";
import type { GithubClient } from "../../../src/adapters/github/client.ts";
import { readClosed } from "../../../src/adapters/github/read-closed.ts";

/** A client that answers queries in turn, and refuses everything else. */
function script(...answers: unknown[]) {
  const sent: Record<string, unknown>[] = [];
  const refuse = () => Promise.reject(new Error("not scripted"));
  const client: GithubClient = {
    rest: refuse,
    mutate: refuse,
    query(_task, _document, variables) {
      sent.push(variables);
      const next = answers.shift();
      return next ? Promise.resolve(next) : refuse();
    },
  };
  return { client, sent };
}

const place = { owner: "acme", name: "notes" };
const request = { number: 9, issueNumber: 3, file: "blog/sea.md", settingsPath: ".github/galley.yml" };
const file = (text: string | null) => ({ object: { text } });
const commits = (...oids: string[]) => ({
  totalCount: oids.length,
  nodes: oids.map((oid) => ({ commit: { oid } })),
});

const pullRequest = {
  id: "PR_9",
  state: "MERGED",
  title: "The sea",
  body: "About it.",
  baseRefName: "main",
  isCrossRepository: false,
  viewerDidAuthor: true,
  mergeCommit: { oid: "merge", file: file("merged") },
  commits: commits("one"),
  files: { nodes: [{ path: "blog/sea.md", changeType: "ADDED" }] },
  headRef: { id: "REF_1", target: { oid: "one" } },
};

function found(change: object = {}, current: string | null = "current") {
  const target = { settings: null, current: current === null ? null : file(current) };
  const defaultBranchRef = { name: "main", target };
  return {
    repository: {
      id: "R_7",
      isPrivate: true,
      defaultBranchRef,
      issue: { id: "I_3" },
      pullRequest: { ...pullRequest, ...change },
    },
  };
}

test("a merged pull request is read in one request", async () => {
  const { client, sent } = script(found());
  assert.deepEqual(await readClosed(client, place, request), {
    isOurs: true,
    isPrivate: true,
    state: "MERGED",
    title: "The sea",
    body: "About it.",
    baseBranch: "main",
    defaultBranch: "main",
    settings: { kind: "missing" },
    commit: "merge",
    merged: { commit: "merge", path: "blog/sea.md", text: "merged" },
    current: { path: "blog/sea.md", text: "current" },
    head: null,
    added: ["blog/sea.md"],
    changed: ["blog/sea.md"],
    branch: { nodeId: "REF_1", commits: ["one"] },
    nodeIds: { pullRequest: "PR_9", issue: "I_3" },
    repositoryNodeId: "R_7",
  });
  const { file: name, settingsPath: settings } = request;
  assert.deepEqual(sent, [{ ...place, number: 9, issue: 3, file: name, settings }]);
});

for (const change of [{ viewerDidAuthor: false }, { isCrossRepository: true }])
  test(`not ours: ${JSON.stringify(change)}`, async () =>
    assert.equal((await readClosed(script(found(change)).client, place, request)).isOurs, false));

test("a post that was moved is one of the Markdown files that are added, or have another name", async () => {
  const nodes = [
    { path: "sea.png", changeType: "ADDED" },
    { path: "README.md", changeType: "MODIFIED" },
    { path: "posts/sea.mdx", changeType: "ADDED" },
    { path: "posts/Storm.MD", changeType: "RENAMED" },
    { path: "old.md", changeType: "DELETED" },
  ];
  const gone = { mergeCommit: { oid: "merge", file: null }, files: { nodes } };
  const { client, sent } = script(found(gone, null));
  const { commit, merged, current, added } = await readClosed(client, place, request);
  assert.deepEqual([commit, merged, current, sent.length], ["merge", null, null, 1]);
  assert.deepEqual(added, ["posts/sea.mdx", "posts/Storm.MD"]);
});

test("what was not merged is looked at where its branch ends, if it is there", async () => {
  const open = { state: "OPEN", mergeCommit: null };
  const target = { oid: "one", file: file("draft") };
  const { commit, head } = await readClosed(
    script(found({ ...open, headRef: { id: "REF_1", target } })).client,
    place,
    request,
  );
  assert.deepEqual([commit, head], ["one", { path: "blog/sea.md", text: "draft" }]);
  assert.equal(
    (await readClosed(script(found({ ...open, headRef: null })).client, place, request)).commit,
    null,
  );
});

const branches: [string, object, object | null][] = [
  ["that is gone", { headRef: null }, null],
  [
    "that somebody pushed to after it was closed",
    { headRef: { id: "REF_1", target: { oid: "late" } } },
    { nodeId: "REF_1", commits: ["one", "late"] },
  ],
  [
    "with more commits than are listed",
    { commits: { ...commits("one"), totalCount: 101 } },
    { nodeId: "REF_1", commits: ["one", "more"] },
  ],
];
for (const [title, change, expected] of branches)
  test(`a branch ${title}`, async () =>
    assert.deepEqual((await readClosed(script(found(change)).client, place, request)).branch, expected));

test("an issue that is gone is no failure", async () => {
  const { repository } = found();
  const answer = { repository: { ...repository, issue: null } };
  assert.deepEqual((await readClosed(script(answer).client, place, request)).nodeIds, {
    pullRequest: "PR_9",
    issue: null,
  });
});
