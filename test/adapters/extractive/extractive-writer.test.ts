import assert from "node:assert/strict";
import { test } from "node:test";
import { createExtractiveWriter } from "../../../src/adapters/extractive/extractive-writer.ts";
import { Draft } from "../../../src/drafting/draft.ts";
import { parseTranscript } from "../../../src/sources/parse-transcript.ts";
import { checkQuotes } from "../../../src/verification/check-quotes.ts";
import { flatten, flattenSource, readQuotations } from "../../fixtures/posts.ts";
import { readFixture, sourceOf } from "../../fixtures/sources.ts";
import { requestOf } from "./material.ts";

const writer = createExtractiveWriter();
const { signal } = new AbortController();

async function draft(title: string, ...files: string[]) {
  const transcripts = files.map((file, at) => readFixture(file, `S${at + 1}`));
  const outcome = await writer.write(requestOf(title, transcripts), signal);
  assert.ok(outcome.kind === "draft", outcome.kind === "declined" ? outcome.reason : "");
  return { draft: outcome.draft, transcripts };
}

const cases: [string, ...string[]][] = [
  ["What makes a queue trusted by a team", "two-engineers-on-queues.md"],
  ["Write a post about releases and rollback", "planning-call.vtt"],
  ["Seeds that outlive us", "plain-interview.txt"],
  ["Why hardware startups struggle to raise a series A", "two-founders-on-money.md"],
  ["La biblioteca y sus herramientas", "entrevista.md"],
  ["Growing houseplants in small flats", "two-engineers-on-queues.md"],
  [
    "Promises that operations keep",
    "two-engineers-on-queues.md",
    "planning-call.vtt",
    "notes-with-labels.md",
  ],
];
for (const [title, ...files] of cases)
  test(`holds to the form: ${title}, from ${files.join(" and ")}`, async () => {
    const { draft: post, transcripts } = await draft(title, ...files);
    assert.deepEqual(Draft.parse(post), post);
    assert.deepEqual(checkQuotes(post.markdown, transcripts), []);
    const quotations = readQuotations(post.markdown);
    assert.ok(quotations.some(({ name }) => name !== null));
    const spoken = transcripts.map(({ source }) => flattenSource(source.text, source.path));
    for (const { words } of quotations)
      assert.ok(
        spoken.some((text) => text.includes(flatten(words))),
        words,
      );
    assert.equal(new Set(quotations.map(({ words }) => words)).size, quotations.length);
    const quotedLines = (post.markdown.match(/^>.*$/gm) ?? []).length;
    assert.equal(quotedLines, 2 * quotations.filter(({ name }) => name !== null).length);
    const headings = post.markdown.match(/^## .+$/gm) ?? [];
    assert.ok(headings.length >= 1 && headings.length <= 5);
    assert.doesNotMatch(post.markdown, /["<]|^# |Welcome|sponsor|Thanks|unintelligible|undefined|null/m);
    for (const use of Object.values(post.usedFor)) assert.ok(use.split(" ").length <= 12);
    assert.deepEqual([post.model, post.usage.promptTokens], [null, 0]);
  });

test("every claim names its lines, and those lines hold its first words", async () => {
  const { draft: post, transcripts } = await draft(
    "What makes a queue trusted",
    "two-engineers-on-queues.md",
  );
  const lines = transcripts[0]?.source.text.split("\n") ?? [];
  assert.ok(post.claims.length >= 4);
  for (const { text, passages } of post.claims.filter((claim) => claim.passages.length === 1))
    for (const { firstLine, lastLine } of passages)
      assert.ok(flatten(lines.slice(firstLine - 1, lastLine).join(" ")).includes(text), text);
});

test("stays on the subject of the brief", async () => {
  const { draft: post } = await draft("Retries and the dead letter queue", "two-engineers-on-queues.md");
  assert.match(post.markdown, /A retry without a limit/);
  assert.match(post.markdown, /dead letter queue/);
});

test("one general word of the brief does not pull in what is off the subject", async () => {
  const { draft: post } = await draft(
    "Why hardware startups struggle to raise a series A",
    "two-founders-on-money.md",
  );
  assert.match(post.markdown, /between the prototype and the series A/);
  assert.doesNotMatch(post.markdown, /harbour|lighthouse|timetable|how have you been|In terms of process/);
  assert.match(post.hook, /hardware|series A|raise/i);
});

test("a brief about what was left out brings it back", async () => {
  const { draft: post } = await draft("A series of accidents in the harbour", "two-founders-on-money.md");
  assert.match(post.markdown, /harbour|accidents/);
});

test("what somebody said twice is quoted once", async () => {
  const twice =
    "**Ana:** A queue needs an owner with a name. Nobody keeps a queue that belongs to all of them.\n\n";
  const talk = `${twice}**Ben:** The owner of a queue reads every dead message in the morning.\n\n${twice.repeat(6)}`;
  const outcome = await writer.write(
    requestOf("Queues need an owner", [parseTranscript(sourceOf(talk))]),
    signal,
  );
  assert.ok(outcome.kind === "draft");
  const said = readQuotations(outcome.draft.markdown)
    .map(({ words }) => words)
    .join(" ");
  assert.equal(said.split("A queue needs an owner with a name").length, 2, outcome.draft.markdown);
});

test("the same request gives the same draft", async () => {
  const [first, second] = [
    await draft("Queues", "two-engineers-on-queues.md"),
    await draft("Queues", "two-engineers-on-queues.md"),
  ];
  assert.deepEqual(first.draft, second.draft);
});

test("declines when there is nothing to quote", async () => {
  const outcome = await writer.write(requestOf("Greetings", [readFixture("too-short.md")]), signal);
  assert.equal(outcome.kind, "declined");
});

test("stops when it is told to", async () => {
  const controller = new AbortController();
  controller.abort();
  await assert.rejects(writer.write(requestOf("Queues"), controller.signal), { name: "AbortError" });
});
