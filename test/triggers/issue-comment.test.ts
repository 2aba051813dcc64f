import assert from "node:assert/strict";
import { test } from "node:test";
import type { JobQueue, WorkRequest } from "../../src/ports/job-queue.ts";
import { enqueueIssueComment } from "../../src/triggers/issue-comment.ts";

/** A queue that takes as many requests as the test expects, and refuses any other. */
function createWorld(expected: number, allowedOwners: readonly string[] = ["acme"]) {
  const requests: WorkRequest[] = [];
  const lines: string[] = [];
  const queue: JobQueue = {
    enqueue: async (request) => {
      assert.ok(requests.length < expected, "work that was not expected");
      requests.push(request);
      return "enqueued";
    },
  };
  const note = (fields: object, message: string) => void lines.push(`${message} ${JSON.stringify(fields)}`);
  const log = { debug: note, info: note, warn: note, error: note };
  return { requests, lines, allowedOwners, queue, log };
}

const payload = {
  action: "created",
  installation: { id: 5 },
  repository: { id: 7, name: "notes", owner: { login: "Acme" } },
  sender: { login: "editor", type: "User" },
  issue: { number: 3, node_id: "I_3", title: "A title", body: "Use `a.md`" },
  comment: { id: 9, node_id: "IC_9", body: "/draft\r\nthanks", user: { login: "editor", type: "User" } },
};
const { comment, issue, sender, repository } = payload;

test("a command becomes a job with the issue's text of that moment", async () => {
  const world = createWorld(1);
  await enqueueIssueComment({ id: "guid", payload }, world);
  assert.deepEqual(world.requests, [
    {
      deliveryId: "guid",
      key: { kind: "draft", repositoryId: "7", subject: "issue:3", revision: "comment:9" },
      installationId: 5,
      asker: "editor",
      job: {
        kind: "draft",
        asked: {
          installationId: 5,
          repository: { id: "7", owner: "Acme", name: "notes" },
          place: "issue",
          issue: { number: 3, nodeId: "I_3" },
          comment: { id: "9", nodeId: "IC_9" },
          asker: "editor",
        },
        issueText: { title: "A title", body: "Use `a.md`" },
      },
    },
  ]);
  assert.doesNotMatch(world.lines.join(), /a\.md|thanks|A title/);
});

test("help and misuse become replies, and an issue without text an empty brief", async () => {
  const world = createWorld(3);
  const say = (body: string, change: object = {}) =>
    enqueueIssueComment(
      { id: "g", payload: { ...payload, ...change, comment: { ...comment, body } } },
      world,
    );
  await say("/help", { issue: { ...issue, pull_request: { url: "x" } } });
  await say("/draft now");
  await say("/draft", { issue: { ...issue, body: null } });
  assert.deepEqual(
    world.requests.map(({ job }) => [
      "target" in job ? "" : job.asked.place,
      job.kind === "reply" ? job.reply.about : job.kind === "draft" ? job.issueText.body : job.kind,
    ]),
    [
      ["pull-request", "help"],
      ["issue", "misuse"],
      ["issue", ""],
    ],
  );
});

test("what is not a person's new command leaves no trace", async () => {
  const world = createWorld(0);
  const payloads: unknown[] = [
    null,
    "x",
    1,
    [],
    {},
    { action: "created" },
    { ...payload, action: "edited" },
    { ...payload, action: "deleted" },
    { ...payload, installation: undefined },
    { ...payload, comment: { ...comment, body: "thanks" } },
    { ...payload, comment: { ...comment, body: "/deploy" } },
    { ...payload, comment: { ...comment, body: null } },
    { ...payload, comment: { ...comment, user: null } },
    { ...payload, issue: { ...issue, pull_request: {} } },
    { ...payload, repository: { ...repository, owner: null } },
  ];
  for (const unknown of payloads) await enqueueIssueComment({ id: "g", payload: unknown }, world);
  assert.deepEqual(world.lines, []);
});

test("bots do not command, nor does anybody through another's comment", async () => {
  const world = createWorld(0);
  const bot = { login: "galley[bot]", type: "Bot" };
  const changes = [
    { sender: bot },
    { comment: { ...comment, user: bot } },
    { sender: { ...sender, login: "other" } },
  ];
  for (const change of changes)
    await enqueueIssueComment({ id: "g", payload: { ...payload, ...change } }, world);
  assert.deepEqual(world.lines, []);
});

test("owners who are not served cost one log line", async () => {
  const world = createWorld(0, ["other"]);
  await enqueueIssueComment({ id: "g", payload }, world);
  assert.deepEqual(world.lines, [
    'Ignored a command: the owner is not served {"deliveryId":"g","repositoryId":7,"issue":3}',
  ]);
  const everybody = createWorld(1, []);
  await enqueueIssueComment({ id: "g", payload }, everybody);
  assert.equal(everybody.requests.length, 1);
});
