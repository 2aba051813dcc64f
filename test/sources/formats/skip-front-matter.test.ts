import assert from "node:assert/strict";
import { test } from "node:test";
import { skipFrontMatter } from "../../../src/sources/formats/skip-front-matter.ts";

const skip = (text: string) => skipFrontMatter(text.split("\n"));

test("passes over YAML", () => assert.equal(skip("---\ntitle: A\n---\nText"), 3));

test("passes over any language without running it", () => {
  for (const language of ["js", "constructor", "coffee"])
    assert.equal(skip(`---${language}\nanything()\n---\nText`), 3);
});

test("a rule at the top of a text is no front matter", () => {
  assert.equal(skip("---\nOnce there was a text.\n---\nMore"), 0);
  assert.equal(skip("---\nOnce there was a text."), 0);
  assert.equal(skip("Text"), 0);
});
