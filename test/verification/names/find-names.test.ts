import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { findNames } from "../../../src/verification/names/find-names.ts";

function namesIn(text: string, speakers?: readonly string[]): string[] {
  return findNames(text, speakers).map(({ start, end }) => text.slice(start, end));
}

test("capitals inside a sentence are names; words that open one are judged by how they stand elsewhere", () => {
  const text =
    "Restoring takes hours. We asked Hallgren, and restoring was worse for Vantaro Freight. Hallgren knew.";
  assert.deepEqual(namesIn(text), ["Hallgren", "Vantaro Freight", "Hallgren"]);
});

test("the point of an initial or a title ends no sentence, and letters of any language are letters", () => {
  assert.deepEqual(namesIn("It is owned by Jonas M. Stone, said Dr. Rob and Łucja d'Ivry."), [
    "Jonas M. Stone",
    "Dr. Rob",
    "Łucja d'Ivry",
  ]);
});

test("a name that opens a sentence with a word of the dictionary is found by what follows it", () => {
  assert.deepEqual(namesIn("Tilly Nicholson called."), ["Tilly Nicholson"]);
  assert.deepEqual(namesIn("I like Black Up. Black Up was new."), ["Black Up", "Black Up"]);
  assert.deepEqual(namesIn("Nobody restores backups. Plans help."), []);
});

test("what was written without its capital is found where the text has it elsewhere", () => {
  assert.deepEqual(namesIn("We call Hallgren often. Then hallgren called."), ["Hallgren", "hallgren"]);
});

test("in text without capitals a lexicon, titles and first names tell", () => {
  const text =
    "so doctor spock and maria savage met hallgren in the th- the office and they talked for hours";
  assert.deepEqual(namesIn(text), ["spock", "maria savage", "hallgren"]);
});

test("names of speakers are known, whatever they look like", () => {
  assert.deepEqual(namesIn("then grove said that bo would pay for it", ["Bo Grove"]), ["grove", "bo"]);
});

test("offsets count UTF-16 units", () => {
  const text = "😂 we asked Hallgren";
  assert.deepEqual(findNames(text), [{ start: 12, end: 20, kind: "name", isSure: true }]);
});

test("a kind is given where it can be told, and a word that only no dictionary has is not sure", () => {
  const kinds = (text: string) => findNames(text).map(({ kind, isSure }) => [kind, isSure]);
  assert.deepEqual(kinds("we met Maria Savage"), [["person", true]]);
  assert.deepEqual(kinds("we met Brellow Systems"), [["organisation", true]]);
  assert.deepEqual(kinds("We used a flurbinator there."), [["name", false]]);
});

const data = process.env.GALLEY_DATA && `${process.env.GALLEY_DATA}/pii/gum.dev.jsonl`;
test("few spoken texts leak a name, and few words are called names that are none", {
  skip: data && existsSync(data) ? false : "GALLEY_DATA is not set",
}, () => {
  let leaking = 0;
  let flagged = 0;
  let right = 0;
  for (const line of readFileSync(data ?? "", "utf8")
    .trim()
    .split("\n")) {
    const { text, gold, other } = JSON.parse(line);
    // Gold counts code points; these texts hold none beyond the basic plane, so both agree.
    const covered = findNames(text);
    const entities: [number, number][] = [...gold, ...other];
    const isCovered = ([start, end]: [number, number]) =>
      [...text.slice(start, end).matchAll(/[\p{L}\p{N}]/gu)].every(({ index }) =>
        covered.some((span) => span.start <= start + index && span.end > start + index),
      );
    if (!gold.every(isCovered)) leaking += 1;
    for (const span of covered) {
      flagged += 1;
      if (entities.some(([start, end]) => start < span.end && span.start < end)) right += 1;
    }
  }
  assert.ok(leaking <= 2, `${leaking} texts leak`);
  assert.ok(right / flagged >= 0.8, `precision ${(right / flagged).toFixed(3)}`);
});
