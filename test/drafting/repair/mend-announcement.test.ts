import assert from "node:assert/strict";
import { test } from "node:test";
import { mendAnnouncement } from "../../../src/drafting/repair/mend-announcement.ts";
import { compositionOf, repairingOf } from "../scripts.ts";

const composition = compositionOf();
const objections = [{ at: "announcement" as const, about: null, message: "Its first number is another." }];
const mend = (text: string, passages: readonly string[], from = composition) => {
  const { repairing, asked } = repairingOf({ "repair announcement": [{ paragraphs: [{ text, passages }] }] });
  return { mended: mendAnnouncement(repairing, from, objections), asked };
};

test("the announcement is mended from the post's own sentences", async () => {
  const { mended, asked } = mend("Forty thousand orders waited.", ["S1:u4.4"]);
  assert.deepEqual(
    (await mended)?.announcement.map(({ text }) => text),
    ["Forty thousand orders waited."],
  );
  assert.match(asked[0]?.user ?? "", /^S1:u4\.4 On a full disk, forty thousand orders waited/m);
  assert.match(asked[0]?.user ?? "", /<<<WRITTEN\n\{"paragraphs":\[\{"text":"On a full disk/);
});

test("one of which nothing stands is not taken", async () => {
  assert.equal(await mend("Forty thousand orders waited.", ["S1:u999.1"]).mended, null);
  assert.equal(await mend("Read bit.ly/lied now.", ["S1:u4.4"]).mended, null);
});

test("one of which little is left is not taken: leaving all out is the easiest way to be found right", async () => {
  const [paragraph] = composition.announcement;
  assert.ok(paragraph);
  const of = (count: number) => ({ ...composition, announcement: Array(count).fill(paragraph) });
  const text = "Forty thousand orders waited.";
  assert.equal(await mend(text, ["S1:u4.4"], of(3)).mended, null);
  assert.equal((await mend(text, ["S1:u4.4"], of(2)).mended)?.announcement.length, 1);
});
