import assert from "node:assert/strict";
import { test } from "node:test";
import { AnnouncementAnswer, judgeAnnouncement } from "../../src/drafting/judge-announcement.ts";
import { announcementAnswer, everything } from "./scripts.ts";

const judge = (...paragraphs: AnnouncementAnswer["paragraphs"]) =>
  judgeAnnouncement(AnnouncementAnswer.parse({ paragraphs }), everything);
const texts = (judged: ReturnType<typeof judge>) => judged.paragraphs.map(({ text }) => text);

test("what rests on passages of the post stands", () => {
  const judged = judge(...announcementAnswer.paragraphs);
  assert.deepEqual(judged.complaints, []);
  assert.deepEqual(texts(judged), ["On a full disk, forty thousand orders waited and none went missing."]);
});

const bad: [string, string, string[], RegExp][] = [
  ["a quotation", "She says “we lied to every single customer”.", ["S1:u4.1"], /quotation marks/],
  ["an address", "Read https://example.com now.", ["S1:u4.1"], /web address/],
  ["no passage", "Nothing is lost.", [], /names no passage/],
  ["an unknown passage", "Nothing is lost.", ["S1:u99.1"], /not among/],
];
for (const [name, text, passages, complaint] of bad)
  test(`a paragraph is complained of, and left out: ${name}`, () => {
    const judged = judge({ text, passages });
    assert.match(judged.complaints.join("\n"), complaint);
    assert.deepEqual(judged.paragraphs, []);
  });

test("what has no room is complained of, and ends before the paragraph that is too much", () => {
  const long = (length: number) => ({ text: "x".repeat(length), passages: ["S1:u4.1"] });
  const judged = judge(long(500), long(398), long(2));
  assert.deepEqual(judged.complaints, ["The paragraphs have 904 characters; at most 900 are read."]);
  assert.deepEqual(
    texts(judged).map(({ length }) => length),
    [500, 398],
  );
  assert.deepEqual(judge(long(500), long(398)).complaints, []);
  assert.deepEqual(texts(judge(long(901))), []);
});
