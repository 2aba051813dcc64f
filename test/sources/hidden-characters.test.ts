import assert from "node:assert/strict";
import { test } from "node:test";
import { hiddenCharacters } from "../../src/sources/hidden-characters.ts";

const show = (text: string) => text.replaceAll(hiddenCharacters, "·");

test("what is not seen is known, whatever it is made for", () => {
  const hidden = [
    ..."\u0000\u001B\u00AD\u034F\u061C\u115F\u180E\u200B\u200E\u2028\u202E\u2060\u2066\u3164\uFEFF\uFFA0\uFFF9\uFFFE",
  ];
  for (const one of [...hidden, "\u{E0041}", "\u{E0101}", "\u{1D173}"]) assert.equal(show(`a${one}b`), "a·b");
});

test("negative control: what scripts and emoji are written with", () => {
  for (const text of ["a\u200Cb\u200Dc", "✈\uFE0F", "葛\u{E0100}", "é", "e\u0301", "👩‍💻", "a b"])
    assert.equal(show(text), text);
});
