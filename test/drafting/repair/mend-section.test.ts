import assert from "node:assert/strict";
import { test } from "node:test";
import { mendSection } from "../../../src/drafting/repair/mend-section.ts";
import { compositionOf, repairingOf, sectionAnswers, sectionOf } from "../scripts.ts";

const wrong = sectionOf("Ninety broken messages can take down every worker.", ["S1:u6.2"]);
const composition = compositionOf({ 1: wrong });
const objections = [{ at: 11, about: null, message: "Its first number is another." }];
const mend = (answer: unknown) => {
  const { repairing, asked } = repairingOf({ "repair section 2": [answer] });
  return { mended: mendSection(repairing, composition, 1, objections), asked };
};

test("the section is judged as when it was written, the others stay", async () => {
  const { mended, asked } = mend(sectionAnswers[1]);
  const { sections } = (await mended) ?? {};
  assert.deepEqual(sections?.[1]?.blocks, ["One broken message can take down every worker."]);
  assert.deepEqual([sections?.[0], sections?.[2]], [composition.sections[0], composition.sections[2]]);
  assert.match(asked[0]?.user ?? "", /^S1:u6\.2 A retry without a limit turns one broken message/m);
});

test("what the model invents at the repair does not stand either", async () => {
  const { mended } = mend(sectionOf("Mara said “we lied to every single customer”.", ["S1:u6.2"], "S9:u1.1"));
  assert.equal(await mended, null);
});

test("a passage that another section quotes is not quoted again", async () => {
  const { mended } = mend(
    sectionOf("One broken message can take down every worker.", ["S1:u6.2"], "S1:u9.1"),
  );
  assert.deepEqual((await mended)?.sections[1]?.quoted, []);
});

test("an answer that leaves less than half of the section is not taken", async () => {
  const first = compositionOf();
  const { repairing } = repairingOf({
    "repair section 1": [sectionOf("Mara Lindqvist puts one promise before speed.", ["S1:u4.2-4.3"])],
  });
  assert.equal(first.sections[0]?.claims.length, 3);
  assert.equal(await mendSection(repairing, first, 0, objections), null);
});

test("there is nothing to mend in a section that is not there", async () => {
  const { repairing, asked } = repairingOf({});
  assert.equal(await mendSection(repairing, composition, 7, objections), null);
  assert.deepEqual(asked, []);
});
