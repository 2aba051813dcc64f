import assert from "node:assert/strict";
import { test } from "node:test";
import { findCovered } from "../../src/drafting/find-covered.ts";

const alerts = { title: "Alerts nobody answers", about: "Why a pager that rings all night is not read." };
const drills = { title: "The restore nobody rehearses", about: "A recovery time is a promise about people." };

test("a post is close when most of what it speaks of stands in the angle", () => {
  assert.deepEqual(
    findCovered("Restores need a rehearsal: the recovery time promises people", [alerts, drills]),
    [drills],
  );
  assert.deepEqual(findCovered("Alerts that nobody answers, told by the night shift", [alerts, drills]), [
    alerts,
  ]);
});

test("one word in common, or none, is not close", () => {
  assert.deepEqual(findCovered("The restore budget of the year", [alerts, drills]), []);
  assert.deepEqual(findCovered("", [alerts]), []);
  assert.deepEqual(findCovered("Alerts", []), []);
});
