import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseRedeliveries, decideHorizon, listFailed } from "../../src/reconcile/choose-redeliveries.ts";

const now = new Date("2026-05-05T12:00:00Z");
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
let ids = 0;
const attempt = (guid: string, isTaken = false, minutes = 1) => {
  ids += 1;
  return { id: String(ids), guid, isTaken, deliveredAt: before(minutes) };
};
const day = 24 * 60;

test("the log is read back to the last look, with ten minutes more, and never past three days", () => {
  assert.deepEqual(decideHorizon(now, null), before(3 * day));
  assert.deepEqual(decideHorizon(now, before(5)), before(15));
  assert.deepEqual(decideHorizon(now, before(4 * day)), before(3 * day));
});

test("a delivery has failed when none of its attempts was taken; the latest one stands for it, oldest first", () => {
  const newestFirst = [
    attempt("b", false),
    attempt("a", true),
    attempt("c", false),
    attempt("a", false),
    attempt("b", false),
  ];
  assert.deepEqual(listFailed(newestFirst), [newestFirst[2], newestFirst[0]]);
  assert.deepEqual(listFailed([]), []);
});

test("what made work here, was asked for five times or a moment ago is left alone", () => {
  const failed = ["new", "works", "often", "once", "just now"].map((guid) => attempt(guid));
  const missing = [
    { guid: "new", attempts: 0, askedAt: null },
    { guid: "often", attempts: 5, askedAt: before(60) },
    { guid: "once", attempts: 4, askedAt: before(1) },
    { guid: "just now", attempts: 1, askedAt: before(0.5) },
  ];
  assert.deepEqual(
    chooseRedeliveries(failed, missing, now).map(({ guid }) => guid),
    ["new", "once"],
  );
});
