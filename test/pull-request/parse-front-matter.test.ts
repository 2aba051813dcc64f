import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFrontMatter } from "../../src/pull-request/parse-front-matter.ts";
import { parsePostFile } from "../../src/pull-request/post-file.ts";

const titles: [string, unknown][] = [
  ["1984", "1984"],
  ["007", "007"],
  ["1e3", "1e3"],
  ["true", "true"],
  ["2026-05-05", "2026-05-05"],
  ["The sea", "The sea"],
  ['"19\\"84"', '19"84'],
  ["~", null],
  ["", null],
  ["[1, 2]", [1, 2]],
];
for (const [yaml, expected] of titles)
  test(`a title is the text that was written: ${yaml}`, () =>
    assert.deepEqual(parseFrontMatter(`title: ${yaml}\ndescription: ${yaml}\nother: 1984`), {
      title: expected,
      description: expected,
      other: 1984,
    }));

const broken: [string, number][] = [
  ["a: [", 2],
  ["a: 1\na: 2", 3],
  ["a: *b", 2],
  ["a: 1\nb:\n  - &x 1\n  - *x\n  - *nope", 6],
  ["a: *late\nb: &late 1", 2],
];
for (const [yaml, line] of broken)
  test(`a break is named with its line in the post: ${JSON.stringify(yaml)}`, () =>
    assert.throws(() => parsePostFile(`---\n${yaml}\n---\nBody`), {
      name: "UserError",
      message: `the front matter is not valid YAML: line ${line} of the post cannot be read`,
    }));

const bomb = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
  .concat([..."bcdef"].map((name, at) => `${name}: &${name} [${`*${"abcdef"[at]}, `.repeat(10)}]`))
  .join("\n");
for (const yaml of ["- a\n- b", "just words", bomb])
  test(`what is no mapping, or grows beyond measure, is told in a sentence: ${yaml.slice(0, 20)}`, () =>
    assert.throws(() => parseFrontMatter(yaml), {
      name: "UserError",
      message: "the front matter is not valid YAML",
    }));

test("aliases are followed, and nothing at all is empty", () => {
  assert.deepEqual(parseFrontMatter("a: &x 1\nb: *x"), { a: 1, b: 1 });
  assert.deepEqual(parseFrontMatter("# nothing"), {});
});
