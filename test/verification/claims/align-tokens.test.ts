import assert from "node:assert/strict";
import { test } from "node:test";
import { alignTokens, findReplaced } from "../../../src/verification/claims/align-tokens.ts";
import { readTokens } from "../../../src/verification/claims/read-tokens.ts";

const align = (claim: string, source: string) => alignTokens(readTokens(claim), readTokens(source));

test("words are aligned in their order, by their stems", () => {
  assert.deepEqual(align("queues lose messages", "a queue never loses a message"), [1, 3, 5]);
  assert.deepEqual(align("message queue", "queue message"), [-1, 0]);
  assert.deepEqual(align("", "queue"), []);
});

test("what stands in another's place is found between the same words", () => {
  const alignment = align("it took six years in all", "it took nearly ten years in all");
  assert.deepEqual(findReplaced(alignment, { from: 2, to: 3 }), { from: 2, to: 4 });
});

test("also at the beginning and at the end", () => {
  assert.deepEqual(findReplaced(align("six years long", "ten years long"), { from: 0, to: 1 }), {
    from: 0,
    to: 1,
  });
  assert.deepEqual(findReplaced(align("it took six", "it took ten"), { from: 2, to: 3 }), { from: 2, to: 3 });
});

test("negative control: other words around it say nothing", () =>
  assert.equal(findReplaced(align("we hired six people", "ten years passed"), { from: 2, to: 3 }), null));
