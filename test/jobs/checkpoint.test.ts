import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { once } from "../../src/jobs/checkpoint.ts";

function keep(saved: Record<string, unknown> = {}) {
  return {
    saved,
    load: async <T>(step: string, schema: z.ZodType<T>) =>
      step in saved ? schema.parse(saved[step]) : undefined,
    save: async (step: string, value: unknown) => {
      saved[step] = value;
    },
  };
}

test("a step is done once and saved", async () => {
  const attempt = keep();
  let made = 0;
  const make = async () => ++made;
  assert.equal(await once(attempt, "a", z.number(), make), 1);
  assert.equal(await once(attempt, "a", z.number(), make), 1);
  assert.deepEqual(attempt.saved, { a: 1 });
});

test("what counts as nothing elsewhere is a result here", async () => {
  for (const value of [false, 0, "", null])
    assert.equal(await once(keep({ a: value }), "a", z.unknown(), () => assert.fail("made again")), value);
});

test("a step that fails, or cannot be saved, gives nothing", async () => {
  const attempt = keep();
  await assert.rejects(
    once(attempt, "a", z.number(), () => Promise.reject(new Error("no"))),
    /no/,
  );
  assert.deepEqual(attempt.saved, {});
  const fenced = { ...attempt, save: () => Promise.reject(new Error("superseded")) };
  await assert.rejects(
    once(fenced, "a", z.number(), async () => 1),
    /superseded/,
  );
});

test("what an earlier release saved otherwise is not taken", async () => {
  await assert.rejects(
    once(keep({ a: "text" }), "a", z.number(), async () => 1),
    z.ZodError,
  );
});
