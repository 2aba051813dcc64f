import assert from "node:assert/strict";
import { test } from "node:test";
import { RetryableError } from "../../../../src/errors.ts";
import type { CloseJob } from "../../../../src/jobs/payload.ts";
import { discard } from "../../../../src/jobs/tasks/closing/discard.ts";
import type { Context } from "../../../../src/jobs/tasks/world.ts";

type Branch = Parameters<typeof discard>[2]["branch"];

/** Discards with what is kept between attempts; what was said and deleted. */
async function play(
  branch: Branch,
  deleteBranch: () => Promise<boolean>,
  saved = new Map<string, unknown>(),
) {
  const said: string[] = [];
  const deleted: string[] = [];
  const context = {
    job: { workId: "w", person: "editor" },
    attempt: {
      number: 1,
      load: async (step: string) => saved.get(step),
      save: async (step: string, value: unknown) => void saved.set(step, value),
    },
    repository: {
      async announce({ body }: { body: string }) {
        said.push(body.split(" Galley remembers that.")[1] ?? "");
        return { left: [], retryAfterMs: null };
      },
      deleteBranch: (nodeId: string) => {
        deleted.push(nodeId);
        return deleteBranch();
      },
    },
    world: { store: { saveDiscard: async () => {} }, clock: { now: () => new Date(0) } },
  } as unknown as Context<CloseJob>;
  const closed = { branch, nodeIds: { pullRequest: "PR_9", issue: "I_3" } } as Parameters<typeof discard>[2];
  const own = { number: 9, headOid: "ours" } as Parameters<typeof discard>[1];
  await discard(context, own, closed);
  return { said: said.map((text) => text.split(" Write ")[0]), deleted };
}

const ours: Branch = { nodeId: "REF_1", commits: ["ours", "ours"] };

test("a branch that GitHub deleted is said to be deleted", async () =>
  assert.deepEqual(await play(ours, async () => true), {
    said: [" Its branch is deleted."],
    deleted: ["REF_1"],
  }));

test("a branch that GitHub keeps is said to stay", async () =>
  assert.deepEqual((await play(ours, async () => false)).said, [
    " Its branch stays, because GitHub does not let Galley delete it: a rule may protect it.",
  ]));

test("nothing is said before a passing problem is over, and the branch is remembered when it is gone", async () => {
  const saved = new Map<string, unknown>();
  const fail = () => Promise.reject(new RetryableError("later"));
  await assert.rejects(play(ours, fail, saved), RetryableError);
  assert.equal(saved.size, 0);
  await play(ours, async () => true, saved);
  saved.delete("said");
  assert.deepEqual((await play(null, fail, saved)).said, [" Its branch is deleted."]);
});

test("a branch with somebody's commit, and one that is gone, are left alone", async () => {
  const theirs = { nodeId: "REF_1", commits: ["ours", "theirs"] };
  const fail = () => Promise.reject(new Error("not to be deleted"));
  assert.deepEqual((await play(theirs, fail)).said, [
    " Its branch stays, because somebody else's commits are on it.",
  ]);
  assert.deepEqual((await play(null, fail)).said, [""]);
});
