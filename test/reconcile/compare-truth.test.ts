import assert from "node:assert/strict";
import { test } from "node:test";
import { identifyWork } from "../../src/jobs/payload.ts";
import type { JobQueue, WorkRequest } from "../../src/ports/job-queue.ts";
import type { OpenWorkItem, PullRequestTruth } from "../../src/ports/open-work.ts";
import { groupByInstallation, planMissedJob } from "../../src/reconcile/compare-truth.ts";
import { enqueuePullRequest } from "../../src/triggers/pull-request.ts";

const item: OpenWorkItem = {
  repositoryId: "7",
  number: 9,
  nodeId: "PR_9",
  installationId: 5,
  owner: "acme",
  name: "notes",
  known: "open",
};
const at = "2026-05-05T10:00:00Z";
const truth = (state: PullRequestTruth["state"]): PullRequestTruth => ({
  state,
  at,
  person: "editor",
  owner: "acme",
  name: "notes",
});

/** The job that the webhook makes of it. */
async function hear(payload: object): Promise<WorkRequest | undefined> {
  const requests: WorkRequest[] = [];
  const queue: JobQueue = {
    enqueue: async (request) => {
      requests.push(request);
      return "enqueued";
    },
  };
  const none = { debug() {}, info() {}, warn() {}, error() {} };
  const delivery = {
    action: "closed",
    installation: { id: 5 },
    repository: { id: 7, name: "notes", owner: { login: "acme" } },
    sender: { login: "editor" },
    pull_request: {
      number: 9,
      node_id: "PR_9",
      user: { type: "Bot" },
      body: "<!-- galley:v1 x -->",
      closed_at: at,
      head: { sha: "c0ffee" },
      ...payload,
    },
  };
  await enqueuePullRequest({ id: "guid", payload: delivery }, { allowedOwners: [], queue, log: none });
  return requests[0];
}

test("what was missed is the very job that the webhook makes", async () => {
  for (const [state, merged] of [
    ["MERGED", true],
    ["CLOSED", false],
  ] as const) {
    const missed = planMissedJob(item, truth(state));
    const heard = await hear({ merged });
    assert.deepEqual(missed, heard?.job);
    assert.deepEqual(missed && identifyWork(missed), heard?.key);
  }
});

test("nothing is made of what is known, and an opening again only of what was closed", () => {
  const became = (known: OpenWorkItem["known"], state: PullRequestTruth["state"]) =>
    planMissedJob({ ...item, known }, truth(state))?.became ?? null;
  assert.equal(became("open", "OPEN"), null);
  assert.equal(became("closed", "CLOSED"), null);
  assert.equal(became("closed", "OPEN"), "reopened");
  assert.equal(became("closed", "MERGED"), "merged");
});

test("a job goes where the repository is now", () => {
  const moved = planMissedJob(item, { ...truth("MERGED"), owner: "beta", name: "journal" });
  assert.deepEqual(moved?.target.repository, { id: "7", owner: "beta", name: "journal" });
});

test("requests hold a hundred pull requests of one installation", () => {
  const items = Array.from({ length: 250 }, (_, number) => ({
    ...item,
    number,
    installationId: number % 2 === 0 ? 5 : 6,
  }));
  const groups = groupByInstallation(items);
  assert.deepEqual(
    groups.map((group) => [group[0]?.installationId, group.length]),
    [
      [5, 100],
      [5, 25],
      [6, 100],
      [6, 25],
    ],
  );
  assert.deepEqual(groupByInstallation([]), []);
});
