import assert from "node:assert/strict";
import { test } from "node:test";
import { RetryableError, UnreachableError, UserError } from "../../../src/errors.ts";
import { perform } from "../../../src/jobs/tasks/perform.ts";
import type { TaskWorld } from "../../../src/jobs/tasks/world.ts";

const workId = "8a0c1f5e-3f0b-4c55-9d0a-0f6f6f0d2a11";
const job = {
  kind: "close",
  workId,
  target: { installationId: 5, repository: { id: "7", owner: "acme", name: "notes" } },
  pullRequest: { number: 9, nodeId: "PR_9" },
  became: "merged",
  at: "2026-05-05T10:00:00Z",
  person: "editor",
};

/** Performs the job of a merge where reading the pull request, and saying something, fail like this. */
async function merge(readFails: Error, sayFails?: Error) {
  const outcomes: string[] = [];
  const said: string[] = [];
  const noted: unknown[] = [];
  const attempt = {
    number: 1,
    load: async () => undefined,
    save: async () => {},
    finish: async (outcome: string) => void outcomes.push(outcome),
  };
  const store = {
    loadPayload: async () => job,
    begin: async () => attempt,
    loadPullRequest: async () => ({ repositoryId: "7", number: 9, issueNumber: 3, file: "a.md" }),
  };
  const repository = {
    readClosed: () => Promise.reject(readFails),
    async announce({ body }: { body: string }) {
      if (sayFails) throw sayFails;
      said.push(body.replace(/\s*<!--.*/, ""));
      return { left: [], retryAfterMs: null };
    },
  };
  const none = { debug() {}, info() {}, warn() {}, error() {} };
  const places = { noteInstallation: async (...note: unknown[]) => void noted.push(note) };
  const world = { store, places, log: none, connectRepository: () => repository } as unknown as TaskWorld;
  await perform({ workId }, world, new AbortController().signal);
  return { outcomes, said, noted };
}

const forbidden = new UserError("GitHub does not let this App read the pull request.");

test("a missing permission ends in a sentence where it can be said", async () => {
  assert.deepEqual(await merge(forbidden), {
    outcomes: ["refused"],
    said: [
      "Galley could not go on with #9. GitHub does not let this App read the pull request. When it is merged, `/linkedin send` announces it.",
    ],
    noted: [],
  });
});

test("a missing permission ends all the same where nothing can be said", async () => {
  assert.deepEqual(await merge(forbidden, forbidden), { outcomes: ["refused"], said: [], noted: [] });
});

for (const reason of ["suspended", "gone"] as const) {
  test(`an installation that is ${reason} ends the work as unreachable, and is noted`, async () => {
    assert.deepEqual(await merge(new UnreachableError(reason)), {
      outcomes: ["unreachable"],
      said: [],
      noted: [[5, reason]],
    });
  });
}

test("what may go well later is left to the queue", async () => {
  await assert.rejects(merge(new RetryableError("later")), /later/);
});
