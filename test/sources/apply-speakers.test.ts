import assert from "node:assert/strict";
import { test } from "node:test";
import { applySpeakers } from "../../src/sources/apply-speakers.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { Speakers } from "../../src/sources/speakers.ts";
import { sourceOf } from "../fixtures/sources.ts";

const text =
  "Speaker 1: We moved it.\nAnna Ruis: We did.\nSpeaker 1: On a Sunday.\nKim: Never quote me.\nSpeaker 2: Who am I?\n";
const read = (people: unknown, path = "calls/one.txt") => {
  const { utterances, speakers } = applySpeakers(
    parseTranscript(sourceOf(text, path)),
    Speakers.parse({ people }),
  );
  return { speakers, said: utterances.map(({ number, speaker, quotable }) => [number, speaker, quotable]) };
};
const asWritten = {
  speakers: ["Speaker 1", "Anna Ruis", "Kim", "Speaker 2"],
  said: [
    [1, "Speaker 1", true],
    [2, "Anna Ruis", true],
    [3, "Speaker 1", true],
    [4, "Kim", true],
    [5, "Speaker 2", true],
  ],
};

test("labels become people, and one that nobody knows stays as it is", () => {
  assert.deepEqual(
    read([
      { name: "Ana Ruiz", labels: ["anna ruis"] },
      { name: "Ben Ito", files: { "calls/*.txt": ["speaker 1"] }, quotes: "paraphrase" },
      { name: "Kim", quotes: "never" },
    ]),
    {
      speakers: ["Ben Ito", "Ana Ruiz", "Speaker 2"],
      said: [
        [1, "Ben Ito", false],
        [2, "Ana Ruiz", true],
        [3, "Ben Ito", false],
        [5, "Speaker 2", true],
      ],
    },
  );
});

test("a label of one file says nothing about another", () => {
  assert.deepEqual(read([{ name: "Ben Ito", files: { "calls/two.txt": ["Speaker 1"] } }]), asWritten);
});

test("on the command line a path may lead to the repository first", () => {
  const people = [{ name: "Ben Ito", files: { "calls/one.txt": ["Speaker 1"] } }];
  assert.equal(read(people, "../repository/calls/one.txt").speakers[0], "Ben Ito");
});

test("a label that a parser took for words keeps the turn back, and nothing else does", () => {
  const text = [
    "Maya: We moved it.\nOn a Sunday.\nBob: I would not say so.\nNot in public.",
    "Ana: We did.\nIt took an hour.",
    "Maya: Bob was there. One thing: he left.\nAna: Tell Bobby: never.",
  ].join("\n\n");
  const said = (quotes: string) =>
    applySpeakers(
      parseTranscript(sourceOf(text, "calls/two.md")),
      Speakers.parse({ people: [{ name: "Bob", quotes }] }),
    ).utterances.map(({ speaker, text, quotable }) => [speaker, text.slice(0, 12), quotable]);
  assert.deepEqual(said("ok")[0], ["Maya", "We moved it.", true], "the case is one that the parser takes so");
  assert.deepEqual(said("never"), said("ok").slice(1));
  assert.deepEqual(said("paraphrase"), [["Maya", "We moved it.", false], ...said("ok").slice(1)]);
});

const inside = (words: string) =>
  applySpeakers(
    parseTranscript(sourceOf(`Maya: ${words}\n\nAna: Yes.\n\nMaya: No.\n\nAna: So be it.\n`, "a.md")),
    Speakers.parse({ people: [{ name: "Bob Ito", quotes: "never" }] }),
  ).utterances.map(({ text }) => text.slice(0, 4));

for (const label of [
  "Bob Ito",
  "[Bob Ito]",
  "(Bob Ito)",
  "Bob Ito (00:12)",
  "Bob Ito [00:12:33]",
  "Bob Ito (Acme)",
  "Bob Ito, CEO",
  "Ito, Bob",
])
  test(`a turn in which ${JSON.stringify(label)} stands behind a comma is kept back`, () =>
    assert.deepEqual(inside(`Well, it did. ${label}: Never quote me.`), ["Yes.", "No.", "So b"]));

test("negative control: a name that is no label keeps nothing back", () => {
  for (const words of ["Well, Bob Ito did. One thing: he left.", "Well, it took Bobby Bob Itoh: an hour."])
    assert.deepEqual(inside(words), ["Well", "Yes.", "No.", "So b"]);
});

test("nothing is changed where nobody is known", () => assert.deepEqual(read([]), asWritten));

const withheld = (label: string, people: unknown) =>
  applySpeakers(
    parseTranscript(
      sourceOf(`**${label}:** Never quote me.\n\n**Ana:** Yes.\n\n**${label}:** Never.\n`, "a.md"),
    ),
    Speakers.parse({ people }),
  ).speakers;

for (const label of [
  "Kim O’Neil",
  "Kim\u00A0O'Neil",
  "Kim O'Neil (she/her)",
  "O'Neil, Kim",
  "Dr. Kim O'Neil",
  "Kim\u200B O'Neil",
  "Kim O'Neil, CEO",
  "Kim O'Neil | Acme",
  "Kim O'Neil - Guest",
  "Kim O'Neil 2",
  "Kim Jo O'Neil PhD",
  "K. O'Neil",
  "Kim O'Neil’s iPhone",
  "KimO'Neil",
])
  test(`whoever is never quoted is known as ${JSON.stringify(label)} too`, () =>
    assert.deepEqual(withheld(label, [{ name: "Kim O'Neil", quotes: "never" }]), ["Ana"]));

test("negative control: who may be quoted is not guessed, and another of that name has their own entry", () => {
  assert.deepEqual(withheld("Kim (Acme)", [{ name: "Kim" }]), ["Kim (Acme)", "Ana"]);
  for (const other of ["Kim Ito", "Jo O'Neil", "K. O.", "Kimberley O'Neil"])
    assert.deepEqual(withheld(other, [{ name: "Kim O'Neil", quotes: "never" }]), [other, "Ana"], other);
  const two = [
    { name: "Kim", quotes: "never" },
    { name: "Kim Ito", labels: ["Kim (Acme)"] },
  ];
  assert.deepEqual(withheld("Kim (Acme)", two), ["Kim Ito", "Ana"]);
});
