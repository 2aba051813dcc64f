import assert from "node:assert/strict";
import { test } from "node:test";
import { indexUnits } from "../../../src/sources/ranking/index-units.ts";
import { rankUnits } from "../../../src/sources/ranking/rank-units.ts";
import { ask, bakery, top } from "./talk.ts";

const middle = Array.from({ length: 30 }, (_, at) => `Now something else, number ${at}, which is dull.`);
const talk = (startMs: (at: number) => number | null) =>
  indexUnits(
    [...middle, "The chimney smokes.", "Bricks would mend the chimney.", ...middle].map((text, at) => ({
      speaker: at % 2 ? "Ana" : "Tom",
      text,
      source: 0,
      startMs: startMs(at),
    })),
  );

test("a stretch is ranked as a whole: what stands amid it comes before what does not", () => {
  const scores = rankUnits(
    talk(() => null),
    ask("Summarize the discussion of the chimney"),
    "stretch",
  );
  const best = top(scores, 6);
  assert.ok(
    best.every((at) => Math.abs(at - 30.5) < 6),
    best.join(),
  );
});

test("another question, another stretch", () => {
  const apart = indexUnits(bakery.units.map((unit, at) => ({ ...unit, startMs: at * 60_000 })));
  assert.ok([5, 6, 7, 8].includes(top(rankUnits(apart, ask("rye flour"), "moment"), 1)[0] ?? 0));
  assert.ok([9, 10, 11].includes(top(rankUnits(apart, ask("night shift"), "moment"), 1)[0] ?? 0));
});

test("a moment is found by its time", () => {
  const scores = rankUnits(
    talk((at) => at * 60_000),
    ask("Bricks mend the chimney"),
    "moment",
  );
  assert.equal(top(scores, 1)[0], 31);
});

test("of a moment, the words that say it come before those around them, of which all are as near", () => {
  const close = talk((at) => at * 5000);
  const said = rankUnits(close, ask("Bricks mend the chimney"), "saying");
  assert.equal(top(said, 1)[0], 31);
  const moment = rankUnits(close, ask("Bricks mend the chimney"), "moment");
  assert.ok((moment[28] ?? 0) > 0.9 && (said[28] ?? 1) < 0.5 && (said[28] ?? 0) > (said[5] ?? 0));
});

test("the same is ranked the same, from 0 to 1, and nothing as nothing", () => {
  const scores = rankUnits(bakery, ask("rye"), "stretch");
  assert.deepEqual(scores, rankUnits(bakery, ask("rye"), "stretch"));
  assert.equal(Math.max(...scores), 1);
  assert.equal(rankUnits(indexUnits([]), ask("rye"), "stretch").length, 0);
});

test("a question of which no word occurs still gives an order", () =>
  assert.ok([...rankUnits(bakery, ask("zebra"), "stretch")].every(Number.isFinite)));
