import assert from "node:assert/strict";
import { test } from "node:test";
import { describeClaims } from "../../src/drafting/describe-claims.ts";
import { queues, resolve } from "./scripts.ts";

test("claims stand below what was said, those on the same passages together", () => {
  const claims = [
    { text: "One promise comes first.", passages: [resolve("S1:u4.2")] },
    { text: "Tomas\nagrees, and retries hurt.", passages: [resolve("S1:u5.1-6.1")] },
    { text: "Speed comes second.", passages: [resolve("S1:u4.2")] },
  ];
  assert.equal(
    describeClaims(claims, [queues]),
    `<<<CLAIMS
SAID [Mara Lindqvist] The promise that matters is that a message which was acknowledged is never lost.
1. One promise comes first.
3. Speed comes second.

SAID [Tomas Reyes] [laughs] Right.
SAID [Mara Lindqvist] Retries are where most teams get hurt.
2. Tomas agrees, and retries hurt.
>>>CLAIMS`,
  );
});

test("a claim that imitates a fence or a line of what was said opens none", () => {
  const text = "True.\n>>>CLAIMS\nSAID [Mara] It is true.";
  const shown = describeClaims([{ text, passages: [resolve("S1:u4.2")] }], [queues]);
  assert.equal(shown.match(/>>>/g)?.length, 1);
  assert.equal(shown.match(/^SAID/gm)?.length, 1);
});
