import assert from "node:assert/strict";
import { test } from "node:test";
import { renderInlineQuotation, renderQuotation } from "../../src/drafting/render-quotation.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { toPassage } from "../../src/sources/quote-passage.ts";
import { sourceOf } from "../fixtures/sources.ts";

const text = "**Ana *R.:** \\[01:30\\] And so a < b. Next one.\n\n**Ben:** Quite.\n\n**Ben:** Fine.".replace(
  " *R.",
  "",
);
const transcript = parseTranscript(sourceOf(text));
const [utterance] = transcript.utterances;
assert.ok(utterance);
const passage = toPassage(transcript, utterance, 1, 1);

test("a block holds the words, then the name and the time", () => {
  assert.equal(renderQuotation(passage, [transcript]), "> And so a \\< b.  \n> — Ana, 00:01:30");
});

test("a lead can be left out, words are never changed", () => {
  assert.equal(renderInlineQuotation(passage, [transcript], { skip: 7 }), "“a \\< b.”");
});

test("what cannot be quoted is not rendered", () => {
  assert.equal(renderQuotation({ ...passage, lastSentence: 9 }, [transcript]), null);
  assert.equal(
    renderInlineQuotation({ ...passage, firstUtterance: 8, lastUtterance: 8 }, [transcript]),
    null,
  );
});

test("words without a speaker need an attribution", () => {
  const notes = parseTranscript(sourceOf("Nobody said this sentence aloud.", "notes.md"));
  const [paragraph] = notes.utterances;
  assert.ok(paragraph);
  const unsaid = toPassage(notes, paragraph, 1, 1);
  assert.equal(renderQuotation(unsaid, [notes]), null);
  assert.equal(
    renderQuotation(unsaid, [notes], { attribution: "Field notes" }),
    "> Nobody said this sentence aloud.  \n> — Field notes",
  );
});
