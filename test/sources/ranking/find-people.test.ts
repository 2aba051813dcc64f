import assert from "node:assert/strict";
import { test } from "node:test";
import { findPeople } from "../../../src/sources/ranking/find-people.ts";
import { stemWord } from "../../../src/sources/ranking/read-words.ts";
import { bakery } from "./talk.ts";

const find = (text: string, units = bakery.units) => {
  const asked = (text.match(/\p{L}+/gu) ?? []).map((word, at) => ({
    stem: stemWord(word.toLowerCase()),
    isCapital: at > 0 && /^\p{Lu}/u.test(word),
    length: word.length,
  }));
  return [...findPeople(units, asked).labels];
};

test("by the whole name, a last name, or a role in parentheses", () => {
  assert.deepEqual(find("What did Tom Hale want?"), ["Tom Hale"]);
  assert.deepEqual(find("What did Ruiz want?"), ["Ana Ruiz (Head Baker)"]);
  assert.deepEqual(find("What did the head baker want?"), ["Ana Ruiz (Head Baker)"]);
});

test("a label with a letter is found without it", () =>
  assert.deepEqual(find("What did the professor say?", [{ speaker: "Professor A", text: "", source: 0 }]), [
    "Professor A",
  ]));

test("negative control: a common word is a label only with its capital", () => {
  assert.deepEqual(find("Why did Marketing wait?"), ["Marketing"]);
  assert.deepEqual(find("What is the marketing plan?"), []);
  assert.deepEqual(find("Is there hale bread?"), []);
});
