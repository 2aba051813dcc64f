import assert from "node:assert/strict";
import { test } from "node:test";
import { parseBrief } from "../../src/sources/parse-brief.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { Pseudonyms, usePseudonyms, usePseudonymsInBrief } from "../../src/sources/use-pseudonyms.ts";

const pseudonyms = Pseudonyms.parse({
  Vantaro: "the client",
  "Vantaro Freight": "a carrier",
  "Bo Lind": "Ray",
});
const transcript = parseTranscript({
  id: "S1",
  repository: null,
  path: "calls/vantaro-freight.md",
  commit: null,
  note: null,
  text: "**Ana:** Did Vantaro's plan help? It did.\n\n**Bo Lind:** VANTARO\nfreight had none.\n\n**Ana:** None.",
});

test("pseudonyms stand wherever a writer looks, longer names first", () => {
  const { source, speakers, utterances } = usePseudonyms(transcript, pseudonyms);
  assert.equal(source.path, "calls/a carrier.md");
  assert.deepEqual(speakers, ["Ana", "Ray"]);
  assert.deepEqual(
    utterances.map(({ speaker, text }) => [speaker, text]),
    [
      ["Ana", "Did the client's plan help? It did."],
      ["Ray", "a carrier had none."],
      ["Ana", "None."],
    ],
  );
});

test("a sentence that was changed is told and not quoted; the others stay", () => {
  const { utterances } = usePseudonyms(transcript, pseudonyms);
  assert.deepEqual(
    utterances[0]?.sentences.map(({ text, quotable }) => [text, quotable]),
    [
      ["Did the client's plan help?", false],
      ["It did.", true],
    ],
  );
});

test("the brief is read through them too, and no words inside of other words are changed", () => {
  const brief = parseBrief("What Vantaro taught us", "Vantarology is no word. Angle: none");
  const { title, notes } = usePseudonymsInBrief(brief, pseudonyms);
  assert.deepEqual([title, notes], ["What the client taught us", brief.notes]);
});

test("without pseudonyms everything stays as it is", () => {
  assert.equal(usePseudonyms(transcript, Pseudonyms.parse(null)), transcript);
  assert.equal(Pseudonyms.safeParse({ Vantaro: " " }).success, false);
});

const names = Pseudonyms.parse({
  "Jonas Hallgren": "the founder",
  Göteborg: "a town",
  "Acme, Inc.": "a firm",
  "O'Neill": "Kim",
  Vantaro: "the client",
  "Vantaro Freight": "a carrier",
  Will: "the analyst",
});
const hide = (title: string) => usePseudonymsInBrief(parseBrief(title, ""), names).title;

test("a name is replaced however it is written", () => {
  for (const [written, shown] of [
    ["Jonas M. Hallgren left", "the founder left"],
    ["Go\u0308teborg and Goteborg", "a town and a town"],
    ["Acme Inc and ACME, INC", "a firm and a firm"],
    ["O’Neill and O'Neill's", "Kim and Kim's"],
    ["Van\u00ADtaro, Van\u200Btaro and Vantaros", "the client, the client and the client"],
    ["vantarofreight.com of VantaroFreight", "a carrier.com of a carrier"],
    ["Will paid", "the analyst paid"],
  ])
    assert.equal(hide(written ?? ""), shown);
});

test("negative control: a word of every sentence is no name without its capital, and accents of others stay", () => {
  assert.equal(hide("I will pay in Málaga, e\u0301 vero"), "I will pay in Málaga, e\u0301 vero");
  assert.equal(hide("Jonasson Hallgrenia"), "Jonasson Hallgrenia");
});

test("a hundred thousand letters of a name are read in time", () => {
  const text = `${"Vantaro ".repeat(12_500)}${"a\u0301".repeat(50_000)}`;
  assert.doesNotMatch(hide(text.slice(0, 100_000)), /Vantaro/);
});
