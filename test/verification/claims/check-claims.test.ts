import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTranscript } from "../../../src/sources/parse-transcript.ts";
import { toPassage } from "../../../src/sources/quote-passage.ts";
import type { Transcript } from "../../../src/sources/transcript.ts";
import { checkClaims } from "../../../src/verification/claims/check-claims.ts";
import { readFixture, sourceOf } from "../../fixtures/sources.ts";

const transcript = readFixture("two-engineers-on-queues.md");
const answer = transcript.utterances.find(({ text }) => text.includes("forty thousand"));
if (!answer) throw new Error("The fixture has changed");
const passages = [toPassage(transcript, answer, 1, 4)];
const check = (text: string) => checkClaims([{ text, passages }], [transcript]);
const rules = (text: string) => check(text).map(({ rule }) => rule);

for (const text of [
  "A disk filled up on a Friday, and 40,000 orders waited without a single one going missing.",
  "Mara Lindqvist says that an acknowledged message is never lost.",
  "For Lindqvist, the speed and the dashboard come second to that promise.",
  "Here is Mara Lindqvist:",
])
  test(`negative control, no finding: ${text}`, () => assert.deepEqual(check(text), []));

for (const [text, rule] of [
  ["A disk filled up on a Friday, and 60,000 orders waited in the queue.", "claim-number"],
  ["A disk filled up on a Tuesday, and forty thousand orders waited in the queue.", "claim-date"],
  ["A disk of Siemens filled up, and forty thousand orders waited in the queue.", "claim-name"],
  ["The promise that matters is that a message which was acknowledged is lost.", "claim-negation"],
  ["Tomas Reyes says that an acknowledged message is never lost.", "claim-speaker"],
  ["Bananas ripen slowly under blue lamps inside yellow paper bags.", "claim-unsupported"],
] as const)
  test(`${rule}: ${text}`, () => assert.deepEqual(rules(text), [rule]));

test("a finding says what to do and repeats neither the claim nor the source", () => {
  const [finding] = check("A disk filled up, and 60,000 orders waited in the queue.");
  assert.deepEqual(finding, {
    rule: "claim-number",
    severity: "warning",
    place: "claim 1",
    message:
      "The sentence says something else than its passages: its first number is not the one that the cited passages give; correct it, or cite the passage that has it.",
    // Half of a hash of its words.
    sentence: "9389096173b9fe6da386",
  });
});

test("what needs no passage is known; a claim without passages is the author's own", () => {
  const text = "A disk of Siemens filled up, and forty thousand orders waited in the queue.";
  assert.deepEqual(checkClaims([{ text, passages }], [transcript], { known: "disks by Siemens" }), []);
  assert.deepEqual(checkClaims([{ text, passages: [] }], [transcript]), []);
});

test("the place is what the caller says", () =>
  assert.equal(
    checkClaims([{ text: "It was 61 times.", passages }], [transcript], { locate: () => "post, line 3" })[0]
      ?.place,
    "post, line 3",
  ));

const german = parseTranscript(
  sourceOf(`**Jonas Weil:** Wir haben die Wiederherstellung im März zum ersten Mal geübt. Sie dauerte elf Stunden, und niemand wusste, wer die neuen Rechner genehmigen durfte.

**Priya Raman:** Und was stand im Vertrag?

**Jonas Weil:** Im Vertrag standen 4 Stunden. Die Zahl kam aus einer Präsentation des Vertriebs.
`),
);
const claimsOf = (from: Transcript, ...texts: string[]) =>
  checkClaims(
    texts.map((text) => ({ text, passages: from.utterances.map((one) => toPassage(from, one, 1, 1)) })),
    [from],
  ).map(({ rule }) => rule);

test("in German a capital makes no name, and a number is a number all the same", () => {
  const paraphrase = "Die erste Übung der Mannschaft war im März, und sie war auch für die Leitung neu.";
  assert.deepEqual(claimsOf(german, paraphrase), []);
  assert.deepEqual(claimsOf(german, paraphrase, "Der Vertrag nannte 9 Stunden."), ["claim-number"]);
});

test("a post in another language than its sources is not compared word by word", () => {
  const french =
    "La première répétition de la restauration est pour les équipes dans une salle avec le client.";
  assert.deepEqual(claimsOf(german, french), []);
});

test("negative control: in one language both are found", () => {
  const english = readFixture("two-engineers-on-queues.md");
  const wrong = "The Vantaro bakery of the north has won many prizes with its gardens and its fences.";
  assert.deepEqual(claimsOf(english, wrong), ["claim-name", "claim-unsupported"]);
});
