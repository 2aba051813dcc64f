import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeSection, SectionAnswer } from "../../src/drafting/judge-section.ts";
import { everything, queues, sectionAnswers, sectionOf } from "./scripts.ts";

const judge = (answer: SectionAnswer, quotedBefore: string[] = []) =>
  judgeSection(SectionAnswer.parse(answer), [queues], everything, { quoted: quotedBefore, said: [] });

test("claims become a paragraph, the quotation the speaker's own words", () => {
  const [answer] = sectionAnswers;
  assert.ok(answer);
  const { section, complaints } = judge(answer);
  assert.deepEqual(complaints, []);
  assert.deepEqual(section.blocks, [
    "Mara Lindqvist puts one promise before speed. On a full disk, forty thousand orders waited and none went missing.",
    "> A message queue earns the trust of a team on the worst night of the year, not in the demo.  \n> — Mara Lindqvist, 00:01:30",
  ]);
  assert.deepEqual(section.quoted, ["S1:u4.1"]);
  assert.equal(section.claims.length, 3);
  assert.deepEqual(section.answer, answer);
});

test("what is kept of the answer is what stands", () => {
  const [good] = sectionAnswers[0]?.paragraphs ?? [];
  assert.ok(good);
  const bad = { text: "Nothing is lost.", passages: ["S1:u99.1"] };
  const { section } = judge({
    paragraphs: [
      { claims: [bad], quote: null },
      { claims: [...good.claims, bad], quote: "S1:u7.1" },
      { claims: [bad], quote: "S1:u4.1" },
    ],
  });
  assert.deepEqual(section.answer.paragraphs, [
    { claims: good.claims, quote: null },
    { claims: [], quote: "S1:u4.1" },
  ]);
});

const dropped: [string, SectionAnswer, RegExp][] = [
  ["an invented quotation", sectionOf("Mara said “we lied to every single customer”."), /quotation marks/],
  [
    "true words in quotation marks",
    sectionOf("“Retries are where most teams get hurt”, she says."),
    /as `quote`/,
  ],
  ["an unknown passage", sectionOf("Nothing is lost.", ["S1:u99.1"]), /"S1:u99.1" is not among/],
  ["no passage", sectionOf("Nothing is lost.", []), /names no passage/],
  ["a name before words", sectionOf("Mara Lindqvist: We lied to every customer."), /as if they were quoted/],
  ["a name behind words", sectionOf("We lied to every customer. — Lindqvist"), /as if they were quoted/],
  [
    "a colon behind who said it",
    sectionOf("Mara once said to us: we lied to all."),
    /as if they were quoted/,
  ],
  ["marks in words", sectionOf("She said, quote, we lied to all, unquote."), /as if they were quoted/],
  ["HTML", sectionOf("A <img src=x> queue."), /HTML/],
  ["an address without a scheme", sectionOf("Read bit.ly/evil now, @octocat."), /web address or a mention/],
  ["an address", sectionOf("Read https://example.com/?utm=1 now."), /web address/],
];
for (const [name, answer, complaint] of dropped)
  test(`a claim is complained of, and left out: ${name}`, () => {
    const { section, complaints } = judge(answer);
    assert.match(complaints.join("\n"), complaint);
    assert.deepEqual(section, { blocks: [], claims: [], quoted: [], answer: { paragraphs: [] } });
  });

test("claims that come to a quotation together are left out together", () => {
  const claim = (text: string) => ({ text, passages: ["S1:u4.2"] });
  const together = (...texts: string[]) =>
    judge({ paragraphs: [{ claims: texts.map(claim), quote: null }] }).section.blocks.join();
  assert.doesNotMatch(together("Mara said ‘we lied", "to all of our customers’ for years."), /[‘']/);
  assert.equal(together("'Til then we lied", "to all of our customers'."), "");
  assert.equal(together("The users' trust.", "The owners' money."), "The users' trust. The owners' money.");
});

test("an unknown passage beside a known one costs the claim nothing but that passage", () => {
  const { section, complaints } = judge(sectionOf("Nothing is lost.", ["S1:u99.1", "S1:u4.2"]));
  assert.equal(complaints.length, 1);
  assert.equal(section.claims[0]?.passages.length, 1);
});

test("a quotation of what cannot be quoted is left out, the paragraph stays", () => {
  const { section, complaints } = judge(sectionOf("Nothing is lost.", ["S1:u4.2"], "S1:u7.1"));
  assert.deepEqual(complaints, [
    'paragraphs[0].quote: "S1:u7.1" cannot be quoted; choose sentences of one speech, or leave the quotation out.',
  ]);
  assert.deepEqual(section.blocks, ["Nothing is lost."]);
});

test("words given as a reference are no reference", () => {
  const { section, complaints } = judge(sectionOf("Nothing is lost.", ["S1:u4.2"], "We lied to everybody"));
  assert.match(complaints.join(), /is not the number of a passage/);
  assert.deepEqual(section.quoted, []);
});

test("nothing is quoted twice", () => {
  const answer = sectionOf("Nothing is lost.", ["S1:u4.2"], "S1:u4.1");
  assert.deepEqual(judge(answer, ["S1:u4.1"]).section.quoted, []);
  assert.deepEqual(judge({ paragraphs: [...answer.paragraphs, ...answer.paragraphs] }).section.quoted, [
    "S1:u4.1",
  ]);
});

test("Markdown in a claim is shown as it was written", () =>
  assert.deepEqual(judge(sectionOf("> ![x](y) _b_ closes #1")).section.blocks, [
    "\\> !\\[x\\](y) \\_b\\_ closes #1",
  ]));

test("a model that says one thing again and again says it once", () => {
  const [claim] = sectionOf("Nothing is lost.").paragraphs[0]?.claims ?? [];
  assert.ok(claim);
  const paragraph = { claims: [claim, { ...claim, text: "Nothing is lost!" }], quote: null };
  const answer = { paragraphs: Array<typeof paragraph>(20).fill(paragraph) };
  const { section, complaints } = judge(answer);
  assert.deepEqual(section.blocks, ["Nothing is lost."]);
  assert.equal(complaints.length, 39);
  assert.match(complaints[0] ?? "", /paragraphs\[0\].claims\[1\].text says again/);
  const before = { quoted: [], said: ["Nothing is lost."] };
  assert.deepEqual(
    judgeSection(SectionAnswer.parse(answer), [queues], everything, before).section.blocks,
    [],
  );
});
