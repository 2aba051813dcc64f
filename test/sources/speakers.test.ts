import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSettings, renderMistakes } from "../../src/sources/parse-settings.ts";
import { foldLabel, foldLoosely, Speakers } from "../../src/sources/speakers.ts";

test("an empty file knows nobody, and a name is all that a person needs", () => {
  assert.deepEqual(parseSettings("", Speakers), { ok: true, settings: { people: [] } });
  assert.deepEqual(parseSettings("people: [{ name: Ana Ruiz }]", Speakers), {
    ok: true,
    settings: { people: [{ name: "Ana Ruiz", labels: [], files: {}, quotes: "ok" }] },
  });
});

test("labels are the same whatever their case and spaces", () => {
  assert.equal(foldLabel(" ANA  Ruiz "), foldLabel("Ana Ruiz"));
});

test("labels are the same however an apostrophe is written and whatever is not seen in them", () => {
  assert.equal(foldLabel("Tom O’Neil\u2010Smith\u200B"), foldLabel("Tom O'Neil-Smith"));
  assert.notEqual(foldLabel("José"), foldLabel("Jose"));
});

test("loosely, a label is the same without what is added to a name", () => {
  for (const written of ["Ruiz, Ana", "Dr. Ana Ruiz", "ANA RUÍZ (she/her)", "Ana Ruiz [Acme] (Guest)"])
    assert.equal(foldLoosely(written), "ana ruiz", written);
  assert.notEqual(foldLoosely("Ana Ruiz Gil"), "ana ruiz");
});

const mistakes: readonly [string, string][] = [
  [
    "people:\n  - nam: Ana",
    "- line 2, `people.0.name`: expected a name\n- line 2, `people.0.nam`: unknown key; did you mean `name`?",
  ],
  [
    "people:\n  - name: Ana\n    quotes: sometimes",
    "- line 3, `people.0.quotes`: expected ok, paraphrase or never",
  ],
  ["people:\n  - name: Ana\n    labels: aruiz", "- line 3, `people.0.labels`: expected a list of labels"],
  [
    "people:\n  - name: Ana\n    labels: [Speaker 1]",
    "- line 3, `people.0.labels.0`: this label is somebody else in each recording: put it under `files`",
  ],
  [
    "people:\n  - name: Ana\n  - name: Ben\n    labels:\n      - ANA",
    "- line 5, `people.1.labels.0`: this label stands for two people",
  ],
  [
    "people:\n  - name: Ana\n    files: { a.md: [Speaker 1] }\n  - name: Ben\n    files: { a.md: [speaker 1] }",
    "- line 5, `people.1.files.a.md.0`: this label stands for two people in the same file",
  ],
];
for (const [text, expected] of mistakes)
  test(`names line, key and what was expected: ${expected.split("\n")[0]}`, () => {
    const parsed = parseSettings(text, Speakers);
    assert.ok(!parsed.ok);
    assert.equal(renderMistakes(parsed.mistakes), expected);
  });
