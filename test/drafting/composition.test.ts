import assert from "node:assert/strict";
import { test } from "node:test";
import { assembleDraft, findPart, listClaims, type Part } from "../../src/drafting/composition.ts";
import { compositionOf, queues, sectionOf } from "./scripts.ts";

const bill = { model: "scripted", usage: { promptTokens: 1, completionTokens: 2 } };

test("each line of a draft is known as its part's", () => {
  const composition = compositionOf({ 1: sectionOf("Nothing stands here.", []) });
  const { markdown } = assembleDraft(composition, [queues], bill);
  const parts: [RegExp, Part][] = [
    [/^A queue earns trust/, "head"],
    [/^## The promise/, "head"],
    [/^Mara Lindqvist puts/, 0],
    [/^> A message queue/, 0],
    [/^> — Mara Lindqvist, 00:01:30/, 0],
    [/^## An owner/, "head"],
    [/^Somebody reads/, 2],
    [/^> The dead letter/, 2],
  ];
  const lines = markdown.split("\n");
  for (const [words, part] of parts) {
    const at = lines.findIndex((line) => words.test(line)) + 1;
    assert.ok(at > 0, String(words));
    assert.equal(findPart(composition, { at }), part, String(words));
  }
  assert.equal(findPart(composition, { at: lines.length + 5 }), null);
});

test("without an opening the first line is a heading's", () => {
  const { plan, ...rest } = compositionOf();
  const composition = { ...rest, plan: { ...plan, opening: null } };
  assert.equal(findPart(composition, { at: 1 }), "head");
  assert.equal(findPart(composition, { at: 3 }), 0);
});

test("what stands beside the body is the head's or the announcement's", () => {
  const composition = compositionOf();
  for (const at of ["title", "hook", "angle"] as const)
    assert.equal(findPart(composition, { at }), "head", at);
  assert.equal(findPart(composition, { at: "announcement" }), "announcement");
});

test("a draft claims what its opening, its sections and its announcement claim", () => {
  const composition = compositionOf();
  const { claims, usage } = assembleDraft(composition, [queues], bill);
  assert.deepEqual(claims, [...listClaims(composition), ...composition.announcement]);
  assert.equal(claims[0]?.text, "A queue earns trust on the worst night of the year.");
  assert.deepEqual(usage, bill.usage);
  const { plan } = composition;
  const own = { ...composition, plan: { ...plan, opening: { text: "Ours.", passages: [] } } };
  assert.equal(listClaims(own).length, listClaims(composition).length - 1);
});
