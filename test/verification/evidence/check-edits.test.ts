import assert from "node:assert/strict";
import { test } from "node:test";
import type { Transcript } from "../../../src/sources/transcript.ts";
import { checkClaims } from "../../../src/verification/claims/check-claims.ts";
import { checkEdits } from "../../../src/verification/evidence/check-edits.ts";
import { hashClaim } from "../../../src/verification/evidence/ledger.ts";
import { splitPost } from "../../../src/verification/evidence/split-post.ts";
import { followEdits, traceClaims } from "../../../src/verification/evidence/trace-sentences.ts";
import type { Finding } from "../../../src/verification/finding.ts";
import { ledger } from "./evidence.ts";
import { talk } from "./talk.ts";

const passage = (utterance: number) => ({
  ...{ source: "S1", path: talk.source.path, firstUtterance: utterance, lastUtterance: utterance },
  ...{ firstSentence: 1, lastSentence: 1, firstLine: 2 * utterance - 1, lastLine: 2 * utterance - 1 },
});
const claims = [
  {
    text: "Maya Rey says that it took nineteen hours to restore, most of them waiting.",
    passages: [passage(3)],
  },
  { text: "Nobody had restored from it once in four years.", passages: [passage(1)] },
];
const post = `---\ntitle: Drills\n---\n\n${claims.map(({ text }) => text).join(" ")}\n\nSo much for that.\n`;
const findings = checkClaims(claims, [talk]);
const draft = { ...ledger, sentences: traceClaims(splitPost(post), claims, findings) };

const check = (text: string, rest: { transcripts?: Transcript[]; former?: null } = {}) => {
  const sentences = splitPost(text);
  const formers = [{ ledger: draft, sentences: splitPost(post) }];
  const entries = followEdits(sentences, formers);
  const from = { draft, former: formers[0]?.sentences ?? null, transcripts: [talk], ...rest };
  return checkEdits(sentences, entries, from).map(
    ({ severity, line, rule, original }) =>
      `${severity}, line ${line}: ${rule}${original ? `, ${original.speaker} said “${original.text}”` : ""}`,
  );
};

test("a sentence of the draft keeps what was found of it, in whatever line, without its sources", () => {
  assert.deepEqual(check(post), ["warning, line 5: claim-number"]);
  const moved = post
    .replace("So much", "I was there.\n\nSo much")
    .replace("title: Drills", "title: Drills\ndraft: true");
  assert.deepEqual(check(moved, { transcripts: [] }), ["warning, line 6: claim-number"]);
});

const took = "Maya Rey said “It took nineteen hours, and most of them went into waiting for people.”";
const edits: [string, string, string[]][] = [
  ["another number", post.replace("nineteen", "five"), [`note, line 5: claim-number, ${took}`]],
  ["another speaker", post.replace("Maya Rey", "Ola Brandt"), [`note, line 5: claim-speaker, ${took}`]],
  ["another word that changes nothing", post.replace("to restore", "for the restore"), []],
  ["a name that the draft has already", post.replace("to restore,", "to restore, Rey says,"), []],
  ["a sentence of one's own", post.replace("So much", "It took the Romans 800 years. So much"), []],
  [
    "another sentence altogether",
    post.replace(/Maya Rey.*waiting\./, "Rome was built in 800 years by Ola Brandt."),
    [],
  ],
];
for (const [title, text, expected] of edits)
  test(`an edit: ${title}`, () =>
    assert.deepEqual(check(text), ["warning, line 5: claim-number", ...expected]));

test("a note repeats no words that nobody may quote", () => {
  const utterances = talk.utterances.map((one) => ({ ...one, quotable: false }));
  const edited = post.replace("nineteen", "five");
  assert.deepEqual(check(edited, { transcripts: [{ ...talk, utterances }] }).slice(1), [
    "note, line 5: claim-number",
  ]);
});

test("what was found of a claim of two sentences is said once in a line, and of two claims twice", () => {
  const found = (texts: readonly string[], at: readonly number[]) => {
    const doubted = texts.map((text, index) => ({ text, passages: [passage(at[index] ?? 1)] }));
    const said = doubted.map(({ text }) => ({
      ...{ rule: "claim-number", severity: "warning", place: "post, line 1", message: "Its number differs." },
      sentence: hashClaim(text),
    })) satisfies Finding[];
    const sentences = splitPost(`${texts.join(" ")}\n`);
    const entries = traceClaims(sentences, doubted, said);
    const from = { draft: { sentences: entries }, former: null, transcripts: [] };
    return checkEdits(sentences, entries, from).length;
  };
  assert.equal(found(["It took nine hours to restore. Nobody had known of it."], [1]), 1);
  assert.equal(found(["It took nine hours to restore.", "It cost five months of work."], [1, 3]), 2);
});

test("a sentence that was mended by hand is free of its warning", () =>
  assert.deepEqual(check(post.replace(" in four years", "")), []));

test("an edit is told from the draft at the next push, too", () => {
  const first = splitPost(post.replace("nineteen", "five"));
  const former = { ledger: draft, sentences: splitPost(post) };
  const newest = { ledger: { ...draft, sentences: followEdits(first, [former]) }, sentences: first };
  const again = splitPost(post.replace("nineteen hours to restore", "five hours to get it back"));
  const entries = followEdits(again, [newest, former]);
  const from = { draft, former: former.sentences, transcripts: [talk] };
  const [, found] = checkEdits(again, entries, from);
  assert.deepEqual([found?.severity, found?.rule, entries[0]?.isOwn], ["note", "claim-number", true]);
});

test("a note says that the sentence was edited, and repeats neither it nor the source", () => {
  const sentences = splitPost(post.replace("nineteen", "five"));
  const entries = followEdits(sentences, [{ ledger: draft, sentences: splitPost(post) }]);
  const [, found] = checkEdits(sentences, entries, { draft, former: null, transcripts: [talk] });
  assert.equal(
    found?.message,
    "As it was edited, the sentence says something else than the passages of the drafted one: its first number is not the one that the cited passages give; correct it, or cite the passage that has it.",
  );
});
