import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeClaim } from "../../src/drafting/judge-claim.ts";
import { everything } from "./scripts.ts";

const judge = (text: string, ...passages: string[]) =>
  judgeClaim({ text, passages }, "claims[2]", everything);

test("a claim stands with the passages that are known", () => {
  const { claim, complaints } = judge("Nothing is **lost**.", "S1:u4.2", "S1:u99.1");
  assert.equal(claim?.text, "Nothing is lost.");
  assert.deepEqual(
    claim?.passages.map(({ firstUtterance }) => firstUtterance),
    [4],
  );
  assert.deepEqual(complaints, [
    'claims[2].passages: "S1:u99.1" is not among the passages that you were shown.',
  ]);
});

test("one on nothing, or that cannot be said, does not", () => {
  assert.deepEqual(judge("Nothing is lost."), {
    claim: null,
    complaints: ["claims[2] names no passage; name those that it rests on."],
  });
  const { claim, complaints } = judge("<b>Nothing</b> is lost.", "S1:u4.2");
  assert.equal(claim, null);
  assert.deepEqual(complaints, ["claims[2].text holds an HTML tag or entity; leave it out."]);
});
