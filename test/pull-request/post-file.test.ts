import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../src/errors.ts";
import {
  type FrontMatter,
  listFrontMatter,
  parsePostFile,
  renderPostFile,
} from "../../src/pull-request/post-file.ts";

const frontMatter: FrontMatter = {
  title: 'Restore "first": why #1 matters',
  date: "2026-05-05",
  description: "A hook: with a colon",
  series: "The Constellation",
  linkedin: null,
  extra: { layout: "post", tags: ["a", "b"] },
};

test("a post reads as a person will edit it", () => {
  assert.equal(
    renderPostFile(frontMatter, "\nFirst paragraph.\n\n---\n\nSecond.\n\n"),
    `---
title: "Restore \\"first\\": why #1 matters"
date: 2026-05-05
description: "A hook: with a colon"
series: The Constellation
draft: false
layout: post
tags:
  - a
  - b
---

First paragraph.

---

Second.
`,
  );
});

test("a post is read back as it was written, whatever its words look like", () => {
  const texts = [
    "No",
    "12:30",
    "null",
    "1e3",
    "---",
    "- a",
    "a: b",
    "'x' \"y\"",
    "# x",
    "Grüße 📝",
    "a\\b",
    "long ".repeat(60).trim(),
    "{{ x }}",
    "!!js/function x",
    "*alias",
  ];
  for (const text of texts) {
    const written = {
      ...frontMatter,
      title: text,
      description: text,
      series: text,
      extra: { note: `${text}\n${text}` },
    };
    const { data, markdown } = parsePostFile(renderPostFile(written, "Body.\n\n> quote"));
    assert.deepEqual(data, listFrontMatter(written), text);
    assert.equal(markdown.trim(), "Body.\n\n> quote");
  }
});

test("without a series there is no such key", () => {
  assert.deepEqual(Object.keys(listFrontMatter({ ...frontMatter, series: null, extra: {} })), [
    "title",
    "date",
    "description",
    "draft",
  ]);
});

test("front matter is read with every line end, mark and name of YAML", () => {
  for (const opening of ["---", "--- ", "---yaml", "--- yml", "\uFEFF---"]) {
    for (const end of ["\n", "\r\n"]) {
      const text = [opening, "title: A", "---", "Body"].join(end);
      assert.deepEqual(parsePostFile(text).data, { title: "A" }, JSON.stringify(text));
    }
  }
});

const firstLine = {
  name: "UserError",
  message: "the front matter cannot be read: line 1 of the post must be `---` alone",
};

test("front matter in another language is refused, and nothing of it is evaluated", () => {
  for (const name of ["js", "javascript", "constructor", "json", "coffee", "__proto__", "toString", " js"]) {
    const text = `---${name}\nmodule.exports = (globalThis.evaluated = true)\n---\nBody`;
    assert.throws(() => parsePostFile(text), firstLine, name);
  }
  assert.equal("evaluated" in globalThis, false);
});

test("a line behind the opening one does not choose a language either", () => {
  for (const line of ["---js", "---constructor", "constructor", "js"]) {
    try {
      parsePostFile(`---\n${line}\n(globalThis.evaluated = true)\n---\nBody`);
    } catch (thrown) {
      assert.ok(thrown instanceof UserError, line);
    }
  }
  assert.equal("evaluated" in globalThis, false);
});

test("a key named like a prototype changes no object", () => {
  const { data } = parsePostFile("---\n__proto__: { polluted: true }\n---\n");
  assert.equal(Reflect.get({}, "polluted"), undefined);
  assert.equal(Reflect.get(data, "polluted"), undefined);
});

test("empty front matter has no data", () => {
  assert.deepEqual(parsePostFile("---\n---\nBody").data, {});
});

for (const opening of ["--- # post", "–––", "", "\n---", " ---", "----", "title: A"])
  test(`a broken opening is named with its line: ${JSON.stringify(opening)}`, () =>
    assert.throws(() => parsePostFile(`${opening}\ntitle: A\nlinkedin: false\n---\nBody`), firstLine));

test("front matter that does not end is not the whole post", () => {
  for (const text of ["---", "---\ntitle: A\n\nBody: a sentence.\n", "---\ntitle: A\n----\nBody"])
    assert.throws(() => parsePostFile(text), {
      name: "UserError",
      message: "the front matter cannot be read: no line `---` ends it",
    });
  assert.deepEqual(parsePostFile("---\ntitle: A\n---").data, { title: "A" });
});
