import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseAngle, chooseHook } from "../../../src/adapters/extractive/choose-hook.ts";
import { wordsOf } from "../../../src/adapters/extractive/describe-place.ts";
import { queues, stretchesOf } from "./material.ts";

const wanted = new Set(["queue", "owner"]);
const { stretches } = stretchesOf(queues, new Map([...wanted].map((term) => [term, 1])));

test("the hook is a statement that names what the brief is about, not an anecdote", () => {
  const hook = chooseHook(stretches, wanted);
  assert.ok(hook);
  assert.equal(hook.units.length, 1);
  assert.match(wordsOf(hook), /queue/);
  assert.doesNotMatch(wordsOf(hook), /^(?:I|We|They|It)\b/);
});

test("nothing to choose from gives no hook and no angle", () => {
  assert.equal(chooseHook([], wanted), null);
  assert.deepEqual(chooseAngle(stretches.slice(0, 2), [], wanted), []);
});

test("the angle stands in what is quoted, its two sentences apart from each other", () => {
  const quoted = stretches.slice(0, 6);
  const inside = new Set(quoted.flatMap(({ units }) => units.map(({ index }) => index)));
  const angle = chooseAngle(quoted, stretches, wanted);
  assert.ok(angle.length <= 2);
  assert.ok(angle.every(({ units }) => units.every(({ index }) => inside.has(index))));
  const [first, second] = angle.map(({ units }) => units[0]?.index ?? 0);
  if (first !== undefined && second !== undefined) assert.ok(Math.abs(first - second) > 3);
});
