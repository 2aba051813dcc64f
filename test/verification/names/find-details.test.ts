import assert from "node:assert/strict";
import { test } from "node:test";
import { findDetails } from "../../../src/verification/names/find-details.ts";

test("details come in their order, and none lies inside of another", () => {
  const text = "Ask Maria at Maria.Hallgren@brellow.example about $4,000.";
  assert.deepEqual(
    findDetails(text).map(({ start, end, kind }) => [kind, text.slice(start, end)]),
    [
      ["person", "Maria"],
      ["email", "Maria.Hallgren@brellow.example"],
      ["money", "$4,000"],
    ],
  );
});

test("speakers are known by their names", () => {
  assert.deepEqual(findDetails("nobody told grove", ["Grove"]).length, 1);
});
