import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseMaterial } from "../../../src/adapters/extractive/choose-material.ts";
import type { Stretch } from "../../../src/adapters/extractive/find-stretches.ts";
import { indexSentences } from "../../../src/adapters/extractive/index-sentences.ts";
import { rankSentences } from "../../../src/adapters/extractive/rank-sentences.ts";
import type { Transcript } from "../../../src/sources/transcript.ts";
import { readFixture } from "../../fixtures/sources.ts";
import { queues, requestOf } from "./material.ts";

const choose = (...transcripts: Transcript[]) => {
  const index = indexSentences(transcripts);
  return chooseMaterial(
    requestOf("Why a queue needs an owner", transcripts),
    index,
    rankSentences(
      index,
      new Map([
        ["queue", 1],
        ["owner", 1],
      ]),
    ),
  );
};

test("hook and quotations share no sentence, the angle is out of the quotations", () => {
  const material = choose(queues);
  assert.equal(material.kind, "material");
  if (material.kind !== "material") return;
  const numbersOf = (stretches: readonly Stretch[]) =>
    stretches.flatMap(({ units }) => units.map(({ index }) => index));
  const numbers = numbersOf([material.hook, ...material.stretches]);
  assert.equal(new Set(numbers).size, numbers.length);
  assert.ok(numbersOf(material.angle).every((number) => numbersOf(material.stretches).includes(number)));
  assert.equal(material.hook.units.length, 1);
});

test("declines with one sentence when there is hardly anything to quote", () => {
  for (const name of ["too-short.md", "notes-with-labels.md"]) {
    const outcome = choose(readFixture(name));
    assert.equal(outcome.kind, "declined");
    assert.match(outcome.kind === "declined" ? outcome.reason : "", /^[A-Z][^.]+\.$/);
  }
});

test("notes beside a transcript are not quoted", () => {
  const material = choose(readFixture("notes-with-labels.md", "S2"), queues);
  assert.ok(
    material.kind === "material" && material.stretches.every(({ units }) => units[0]?.transcript === queues),
  );
});
