import assert from "node:assert/strict";
import { test } from "node:test";
import { findClosest } from "../../../src/verification/claims/find-closest.ts";
import { readTokens } from "../../../src/verification/claims/read-tokens.ts";
import { lineOf } from "../claim-evidence.ts";

const lines = ["Mara: The queue never loses a message.", "Tomas: Nice weather today."].map(lineOf);

test("the line that a claim is made from is the closest", () =>
  assert.deepEqual(
    findClosest(readTokens("The queue loses messages"), lines).map(({ tokens }) => tokens),
    [lines[0]?.tokens],
  ));

test("a claim that shares no word with any line has none", () =>
  assert.deepEqual(findClosest(readTokens("Bananas ripen"), lines), []));
