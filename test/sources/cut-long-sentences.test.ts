import assert from "node:assert/strict";
import { test } from "node:test";
import { cutLongSentences } from "../../src/sources/cut-long-sentences.ts";

/** Captions of five words without marks, one every two seconds, and a silence after the thirtieth. */
const words = "and then we move on";
const pieces = Array.from({ length: 60 }, (_, index) => {
  const startMs = index * 2000 + (index >= 30 ? 5000 : 0);
  return { start: index * 20, end: index * 20 + 19, startMs, endMs: startMs + 2000 };
});
const text = pieces.map(() => words).join(" ");
const cut = (spans = [{ start: 0, end: text.length }]) => cutLongSentences(text, spans, pieces);

test("talk without marks is cut where the captions change, at a silence first", () => {
  const found = cut();
  assert.ok(
    found.every(({ start, end }) => end - start <= 600 && text.slice(start, end).startsWith("and then")),
  );
  assert.ok(found.some(({ start }) => start === 600));
});

test("no word is lost or changed", () => {
  assert.equal(
    cut()
      .map(({ start, end }) => text.slice(start, end))
      .join(" "),
    text,
  );
});

test("sentences of a usual length stay whole", () => {
  assert.deepEqual(cut([{ start: 0, end: 400 }]), [{ start: 0, end: 400 }]);
});

test("inside a single piece the cut is at a space, and a word without end is cut all the same", () => {
  const [piece] = [{ start: 0, end: 5000, startMs: null, endMs: null }];
  const spaced = cutLongSentences("abcd ".repeat(1000), [{ start: 0, end: 4999 }], [piece]);
  assert.ok(spaced.every(({ start, end }) => end - start <= 600 && (end - start) % 5 === 4));
  assert.equal(cutLongSentences("a".repeat(1500), [{ start: 0, end: 1500 }], [piece]).length, 3);
});
