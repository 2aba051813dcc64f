import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTranscript } from "../../../src/sources/parse-transcript.ts";
import type { Transcript } from "../../../src/sources/transcript.ts";
import { checkQuotations } from "../../../src/verification/evidence/check-quotations.ts";
import { listQuotations } from "../../../src/verification/evidence/list-quotations.ts";
import { markOwn } from "../../../src/verification/evidence/mark-own.ts";
import { splitPost } from "../../../src/verification/evidence/split-post.ts";
import { sourceOf } from "../../fixtures/sources.ts";
import { talk } from "./talk.ts";

/** What becomes of the quotations of a post of which every sentence is a person's. */
function mark(
  file: string,
  entry: { passages?: []; isOwn?: boolean; was?: [] } = {},
  transcripts: readonly Transcript[] = [talk],
) {
  const sentences = splitPost(file);
  const entries = sentences.map(() => ({ hash: "", passages: [], isOwn: true, ...entry }));
  const quotations = checkQuotations(
    listQuotations(file, { title: "A “word that nobody ever said” here" }),
    transcripts,
  );
  return markOwn(quotations, { sentences, entries, transcripts }).map(({ state }) => state);
}

const book = "“It was a bright cold day in April, and the clocks were striking thirteen.”";
const invented = "“A backup is a promise to your future self.”";
const cases: [string, string, string][] = [
  ["from a book", `I keep coming back to Orwell: ${book}`, "own"],
  ["from a book, as a block", `> ${book}\n> — George Orwell, 1984`, "own"],
  ["from a book, as a block without a name", `A novel begins like this.\n\n> ${book}`, "own"],
  ["given to a speaker", `Maya Rey said ${invented}`, "unfound"],
  ["given to a speaker by the first name", `Maya said ${invented}`, "unfound"],
  ["given to a speaker as a block", `> ${invented}\n> — Rey`, "unfound"],
  ["given to a speaker in the sentence above", `Maya Rey told us why.\n\n> ${invented}`, "unfound"],
  ["given to whoever she is", `I asked, and she said ${invented}`, "unfound"],
  ["given to our guest", `${invented}, says our guest.`, "unfound"],
  ["of the sources, changed", "As people say, “Nobody had tested from it once.”", "changed"],
  ["of the sources, word for word", "Maya Rey said “nobody had restored from it once”.", "kept"],
];
for (const [title, file, state] of cases)
  test(`a quotation ${title} is ${state}`, () => assert.deepEqual(mark(file), [state]));

test("what is like two places of the sources is somebody's, though nobody can tell whose", () => {
  const alike = parseTranscript(
    sourceOf(
      "**Maya Rey:** The first restore took nineteen hours of waiting.\n\n**Ola Brandt:** The second restore took seven hours of waiting.\n",
    ),
  );
  const file = "As people say, “The third restore took thirty hours of waiting.”";
  assert.deepEqual(mark(file, {}, [alike]), ["unfound"]);
  assert.deepEqual(mark(file), ["own"], "negative control");
});

test("what the draft says, and what was made of it, is not the author's own", () => {
  const file = `I keep coming back to Orwell: ${book}`;
  assert.deepEqual(mark(file, { isOwn: false }), ["unfound"]);
  assert.deepEqual(mark(file, { was: [] }), ["unfound"]);
});

test("front matter has no sentences of which anybody would know who wrote them", () =>
  assert.deepEqual(mark("---\ntitle: A “word that nobody ever said” here\n---\n\nOne."), ["unfound"]));
