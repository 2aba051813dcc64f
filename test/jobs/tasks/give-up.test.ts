import assert from "node:assert/strict";
import { test } from "node:test";
import type { z } from "zod";
import { PermanentError, RetryableError } from "../../../src/errors.ts";
import { endUnsaid, giveUp } from "../../../src/jobs/tasks/give-up.ts";
import type { TaskWorld } from "../../../src/jobs/tasks/world.ts";

const workId = "0190a1b2-0000-7000-8000-000000000001";
const target = { installationId: 5, repository: { id: "7", owner: "acme", name: "notes" } };
const scheduled = {
  kind: "schedule",
  workId,
  target,
  series: "The Constellation",
  label: "blog-idea",
  due: "2026-03-03T14:00:00.000Z",
};

/** A job at its last attempt, with what earlier ones saved. */
async function giveUpOn(payload: object, saved: Readonly<Record<string, unknown>>, refusal?: Error) {
  const outcomes: string[] = [];
  const said: { readonly thread: unknown; readonly body: string }[] = [];
  const attempt = {
    number: 9,
    load: async <T>(step: string, schema: z.ZodType<T>) =>
      step in saved ? schema.parse(saved[step]) : undefined,
    save: async () => {},
    finish: async (outcome: string) => void outcomes.push(outcome),
  };
  const world = {
    store: { loadPayload: async () => payload, begin: async () => attempt },
    connectRepository: () => ({
      findOwnComment: async () => null,
      answer: async (thread: unknown, { body }: { body: string }) => {
        if (refusal) throw refusal;
        said.push({ thread, body });
      },
    }),
    log: { debug() {}, info() {}, warn() {}, error() {} },
  } as unknown as TaskWorld;
  const giving = giveUp({ workId }, world, new AbortController().signal);
  if (refusal) await assert.rejects(giving, refusal);
  else await giving;
  return { outcomes, said, endUnsaid: () => endUnsaid({ workId }, world) };
}

const chosen = { number: 3, nodeId: "I_3", title: "Restore drills", body: "`talk.md`", author: "editor" };

test("a schedule that chose nothing has nobody to tell", async () => {
  const { outcomes, said } = await giveUpOn(scheduled, {});
  assert.deepEqual({ outcomes, said }, { outcomes: ["failed"], said: [] });
});

test("settings that could not be read have nobody to tell", async () => {
  const job = { kind: "settings", workId, target, because: "commit:c0ffee" };
  const { outcomes, said } = await giveUpOn(job, {});
  assert.deepEqual({ outcomes, said }, { outcomes: ["failed"], said: [] });
});

test("the issue that a schedule chose is told, as after a command", async () => {
  const { outcomes, said } = await giveUpOn(scheduled, { chosen, permitted: true });
  assert.deepEqual(outcomes, ["failed"]);
  assert.deepEqual(said[0]?.thread, { issueNodeId: "I_3", commentNodeId: "I_3" });
  assert.match(said[0]?.body ?? "", /^Something went wrong on our side/);
});

test("a pull request that was opened is told of, though nobody heard of it", async () => {
  const opened = { number: 8, nodeId: "PR_8", url: "", headCommit: "c0ffee", isDraft: true, labelId: null };
  const { outcomes, said } = await giveUpOn(scheduled, { chosen, permitted: true, opened });
  assert.deepEqual(outcomes, ["opened"]);
  assert.match(said[0]?.body ?? "", /^The draft is ready to be read and edited: #8\./);
});

test("what cannot be said is tried again, and at the end the work has its outcome all the same", async () => {
  for (const refusal of [
    new RetryableError("slow down", { retryAfterMs: 1 }),
    new RetryableError("GitHub is away"),
    new PermanentError("the issue is gone"),
  ]) {
    const { outcomes, endUnsaid } = await giveUpOn(scheduled, { chosen, permitted: true }, refusal);
    assert.deepEqual(outcomes, []);
    await endUnsaid();
    assert.deepEqual(outcomes, ["failed"]);
  }
  const opened = { number: 8, nodeId: "PR_8", url: "", headCommit: "c0ffee", isDraft: true, labelId: null };
  const saved = { chosen, permitted: true, opened };
  const { outcomes, endUnsaid } = await giveUpOn(scheduled, saved, new RetryableError("GitHub is away"));
  await endUnsaid();
  assert.deepEqual(outcomes, ["opened"]);
});
