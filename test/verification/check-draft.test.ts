import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim } from "../../src/drafting/draft.ts";
import { toPassage } from "../../src/sources/quote-passage.ts";
import { checkDraft, examineDraft, findLine, locateClaim } from "../../src/verification/check-draft.ts";
import { briefOf, readFixture } from "../fixtures/sources.ts";

const transcripts = [readFixture("two-engineers-on-queues.md")];
const sound = {
  title: "The users' queue",
  hook: "Mara Lindqvist: “A retry without a limit turns one broken message into an outage.”",
  angle: "It's the owners' business.",
  announcement: ["Nothing is lost.", "Don't wait."],
  markdown: "Nothing is lost.\n",
  claims: [] as Claim[],
};
const check = (change: Partial<typeof sound>, brief = briefOf("Queues")) =>
  checkDraft({ ...sound, ...change }, brief, transcripts).map(({ rule, severity, place }) => [
    rule,
    severity,
    place,
  ]);

test("negative control: true words and apostrophes are no findings", () => assert.deepEqual(check({}), []));

const invented = "Mara: 'the customers' money is gone forever and we knew'";
for (const place of ["title", "hook", "angle"])
  test(`an invented quotation in the ${place} is found`, () =>
    assert.deepEqual(check({ [place]: invented }), [["quotation-not-found", "error", place]]));

test("one in the announcement is found, over its paragraphs too", () => {
  const found = [["quotation-not-found", "error", "announcement"]];
  assert.deepEqual(check({ announcement: [invented] }), found);
  assert.deepEqual(check({ announcement: ["Mara: ‘we lied to", "each of our customers, always’"] }), found);
});

test("one in the body is found, whatever its marks", () =>
  assert.deepEqual(check({ markdown: `One.\n\n${invented}\n` }), [
    ["quotation-not-found", "error", "post, line 3"],
  ]));

test("what the asker quotes is a warning", () => {
  const title = "Why “move fast and break things” failed";
  assert.deepEqual(check({ title }, briefOf('Why "move fast and break things" failed')), [
    ["quotation-of-the-asker", "warning", "title"],
  ]);
});

const spoken = transcripts[0]?.utterances.find(({ text }) => text.includes("six years"));

test("a claim that its passage contradicts is a warning at its line, and in the announcement", () => {
  assert.ok(transcripts[0] && spoken);
  const text = "You spent nine years on the queue that runs a whole warehouse.";
  const claims = [{ text, passages: [toPassage(transcripts[0], spoken, 1, 2)] }];
  const markdown = `One.\n\n${text}\n`;
  assert.deepEqual(check({ markdown, claims }), [["claim-number", "warning", "post, line 3"]]);
  assert.deepEqual(check({ claims }), [["claim-number", "warning", "announcement"]]);
  assert.deepEqual(check({ claims }, briefOf("Queues", { notes: "Six years of queues." })).length, 1);
});

test("negative control: the claim as it was said is no finding", () => {
  assert.ok(transcripts[0] && spoken);
  const text = "You spent six years on the queue that runs a whole warehouse.";
  const claims = [{ text, passages: [toPassage(transcripts[0], spoken, 1, 2)] }];
  assert.deepEqual(check({ markdown: `One.\n\n${text}\n`, claims }), []);
});

test("the writer is told what is wrong with which words, and not what the asker said", () => {
  assert.ok(transcripts[0] && spoken);
  const text = "You spent nine years on the queue that runs a whole warehouse.";
  const claims = [{ text, passages: [toPassage(transcripts[0], spoken, 1, 2)] }];
  const markdown = `One.\n\n${text}\n\n${invented}\n`;
  const title = "Why “move fast and break things” failed";
  const brief = briefOf('Why "move fast and break things" failed');
  const examined = examineDraft({ ...sound, title, markdown, claims }, brief, transcripts);
  assert.deepEqual(
    examined.map(({ finding, objection }) => [finding.rule, objection?.at, objection?.about]),
    [
      ["quotation-not-found", 5, "the customers' money is gone forever and we knew"],
      ["quotation-of-the-asker", undefined, undefined],
      ["claim-number", 3, text],
    ],
  );
  for (const { finding, objection } of examined) {
    if (objection) assert.equal(objection.message, finding.message);
  }
});

test("a claim is found in its line, and in the announcement where no line has it", () => {
  const markdown = "One.\n\nTwo \\*stars\\* shine.\n";
  assert.equal(findLine("Two *stars* shine.", markdown), 3);
  assert.equal(findLine("Three.", markdown), null);
  assert.equal(locateClaim({ text: "One." }, { markdown }), "post, line 1");
  assert.equal(locateClaim({ text: "Three." }, { markdown }), "announcement");
});
