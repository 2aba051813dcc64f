import assert from "node:assert/strict";
import { test } from "node:test";
import { findMentions } from "../../../src/verification/claims/name-speakers.ts";
import { readTokens } from "../../../src/verification/claims/read-tokens.ts";

const speakers = ["Mara Lindqvist", "Tomas Reyes (Acme)", "Tomas Berg", "Speaker 1", "S2"];
const labels = (text: string) => findMentions(readTokens(text), speakers).map(({ label }) => label);

test("in full, with or without what stands in brackets, or by a part that is only theirs", () => {
  assert.deepEqual(labels("Mara Lindqvist met Lindqvist and Mara."), Array(3).fill("Mara Lindqvist"));
  assert.deepEqual(
    labels("Tomas Reyes (Acme) and Tomas Reyes and Reyes"),
    Array(3).fill("Tomas Reyes (Acme)"),
  );
  assert.deepEqual(labels("Speaker 1 said so to S2."), ["Speaker 1", "S2"]);
});

test("negative control: a first name that two share names nobody", () =>
  assert.deepEqual(labels("Tomas said so."), []));

test("negative control: a word that is also a part of a name, or a name, names nobody in small letters", () => {
  const balls = ["Kevin Ball", "Will"];
  const find = (text: string) => findMentions(readTokens(text), balls).map(({ label }) => label);
  assert.deepEqual(find("They will throw the ball."), []);
  assert.deepEqual(find("Then Will met Ball."), ["Will", "Kevin Ball"]);
});
