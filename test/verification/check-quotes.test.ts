import assert from "node:assert/strict";
import { test } from "node:test";
import { readMarkdown } from "../../src/drafting/clean-markdown.ts";
import { renderQuotation } from "../../src/drafting/render-quotation.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { toPassage } from "../../src/sources/quote-passage.ts";
import { usePseudonyms } from "../../src/sources/use-pseudonyms.ts";
import { checkQuotes } from "../../src/verification/check-quotes.ts";
import { readFixture, sourceOf } from "../fixtures/sources.ts";

const transcripts = [readFixture("two-engineers-on-queues.md")];
const rules = (markdown: string) => checkQuotes(markdown, transcripts).map(({ rule }) => rule);

const said = "The promise that matters is that a message which was acknowledged is never lost.";

test("accepts the speaker's own words in a block and in a sentence", () => {
  assert.deepEqual(rules(`> ${said}  \n> — Mara Lindqvist, 00:01:30`), []);
  assert.deepEqual(rules(`Lindqvist said that “a message which was acknowledged is never lost.”`), []);
  assert.deepEqual(
    rules(`“A retry without a limit turns one broken message into an outage”, says Mara Lindqvist.`),
    [],
  );
});

test("folds typography, escapes, case and white space", () => {
  assert.deepEqual(
    rules(
      "> The dead letter queue needs an owner with a name, otherwise\n> it only\\-grows\\.\n>\n> — mara lindqvist",
    ),
    [],
  );
});

test("template code in a source is quoted word for word, and stops to be code", () => {
  const words = "We wrote {{ site.secret }} and &#123; and {% include x %} into the page.";
  const transcript = parseTranscript(
    sourceOf(`**Ana:** ${words}\n\n**Ben:** Was that all?\n\n**Ana:** It was.\n\n**Ben:** All right.\n`),
  );
  const [utterance] = transcript.utterances;
  assert.ok(utterance);
  const block = renderQuotation(toPassage(transcript, utterance, 1, 1), [transcript]) ?? "";
  assert.equal(readMarkdown(block).split("\n")[0]?.trim(), `> ${words}`);
  assert.doesNotMatch(block, /[{}]/);
  assert.deepEqual(checkQuotes(block, [transcript]), []);
  assert.equal(checkQuotes(block.replace("secret", "public"), [transcript]).length, 1);
});

test("a visible ellipsis stands for words left out of the same turn", () => {
  assert.deepEqual(
    rules("Lindqvist: “Teams move to a separate message broker … badly instead of one system well.”"),
    [],
  );
  assert.deepEqual(rules("Lindqvist: “comes second to that promise … The promise that matters.”"), [
    "quotation-not-found",
  ]);
});

const wrong: [string, string, string][] = [
  [
    "an invented quotation",
    "> Queues are the soul of every good team.  \n> — Mara Lindqvist",
    "quotation-not-found",
  ],
  ["one word changed", `> ${said.replace("never", "rarely")}  \n> — Mara Lindqvist`, "quotation-not-found"],
  ["a negation dropped", "Lindqvist said “hardly any business does need it.”", "quotation-not-found"],
  [
    "words of two turns run together",
    "> is never lost. Retries are where most teams get hurt.  \n> — Mara Lindqvist",
    "quotation-not-found",
  ],
  ["the wrong speaker below", `> ${said}  \n> — Tomas Reyes`, "quotation-misattributed"],
  ["a speaker who is in no source", `> ${said}  \n> — Grace Hopper`, "quotation-misattributed"],
  [
    "the wrong speaker beside it",
    "As Reyes put it, “a message which was acknowledged is never lost.”",
    "quotation-misattributed",
  ],
  ["nobody below", `> ${said}`, "quotation-without-speaker"],
  [
    "nobody beside it",
    "It is said that “a message which was acknowledged is never lost.”",
    "quotation-without-speaker",
  ],
  ["too few words", "Lindqvist calls it “never lost”.", "quotation-too-short"],
  ["straight quotation marks", 'Lindqvist calls it "the soul of every good team".', "quotation-not-found"],
  ["an advert", "Lindqvist said “Buy the finest crates in town from our sponsor”.", "quotation-not-quotable"],
  ["an open quotation mark", "Lindqvist said “a queue which was acknowledged.", "quotation-not-found"],
  ["an open quotation mark of a few words", "Lindqvist said “never lost.", "quotation-too-short"],
  [
    "an ellipsis that hides a denial",
    "Lindqvist: “The promise that matters … comes second to that promise.”",
    "quotation-not-found",
  ],
  [
    "a speaker by the first name, though another one stands before",
    "Mara Lindqvist listened. Tomas said: “Retries are where most teams get hurt.”",
    "quotation-misattributed",
  ],
  [
    "a speaker behind it, though the right one stands before",
    "Mara Lindqvist nodded. “Retries are where most teams get hurt,” said Tomas Reyes.",
    "quotation-misattributed",
  ],
];
for (const [what, markdown, rule] of wrong)
  test(`finds ${what}`, () => assert.deepEqual(rules(markdown), [rule]));

test("says where and what to do, and does not repeat the words", () => {
  const [finding] = checkQuotes(
    "Text.\n\n> Queues are the soul of every good team.  \n> — Mara Lindqvist",
    transcripts,
  );
  assert.equal(finding?.severity, "error");
  assert.equal(finding?.place, "post, line 3");
  assert.match(
    finding?.message ?? "",
    /^The quotation in line 3 stands in no source word for word; restore .+\.$/,
  );
  assert.doesNotMatch(finding?.message ?? "", /soul/);
});

test("words of a recording without speakers may be attributed to it, not to a person of another source", () => {
  const both = [...transcripts, readFixture("notes-with-labels.md", "S2")];
  const words = "> We write as people who have been on call.  \n> — ";
  assert.deepEqual(
    checkQuotes(`${words}Voice and point of view`, [readFixture("notes-with-labels.md", "S2")]),
    [],
  );
  assert.deepEqual(
    checkQuotes(`${words}Tomas Reyes`, both).map(({ rule }) => rule),
    ["quotation-misattributed"],
  );
});

test("a sentence in which a pseudonym stands is nobody's own words", () => {
  const transcript = parseTranscript(
    sourceOf(
      "**Ana:** Vantaro was slow to pay us that year. We wrote it off in the end.\n\n**Ben:** Was it?\n",
    ),
  );
  const hidden = usePseudonyms(transcript, { Vantaro: "A client" });
  const post =
    "> A client was slow to pay us that year.\n>\n> — Ana\n\n> We wrote it off in the end.\n>\n> — Ana";
  assert.deepEqual(
    checkQuotes(post, [hidden]).map(({ rule, place }) => [rule, place]),
    [["quotation-not-verbatim", "post, line 1"]],
  );
});
