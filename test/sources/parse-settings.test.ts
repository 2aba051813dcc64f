import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { parseSettings, renderMistakes } from "../../src/sources/parse-settings.ts";

const Schema = z.strictObject({
  timezone: z.string({ error: "expected a time zone" }).default("UTC"),
  content: z
    .strictObject({ directory: z.string({ error: "expected the path of a folder" }).default("blog") })
    .prefault({}),
  series: z
    .array(
      z.strictObject({
        name: z.string({ error: "expected a name" }),
        schedule: z.strictObject({ cron: z.string() }).nullable().default(null),
      }),
    )
    .default([]),
});

function complain(text: string): string {
  const parsed = parseSettings(text, Schema);
  return parsed.ok ? "no mistake" : renderMistakes(parsed.mistakes);
}

test("an empty file, and one of comments, is all defaults", () => {
  for (const text of ["", "\n", "# nothing\n", "---\n", "null", "{}", "\uFEFF"]) {
    const settings = { timezone: "UTC", content: { directory: "blog" }, series: [] };
    assert.deepEqual(parseSettings(text, Schema), { ok: true, settings }, JSON.stringify(text));
  }
});

const mistakes: readonly [string, string, string][] = [
  [
    "an unknown key near a known one",
    "# x\ntimezon: UTC",
    "- line 2, `timezon`: unknown key; did you mean `timezone`?",
  ],
  [
    "a key far from all",
    "colour: red",
    "- line 1, `colour`: unknown key; known keys here: `timezone`, `content`, `series`",
  ],
  [
    "a key of a part",
    "content:\n  dirctory: x",
    "- line 2, `content.dirctory`: unknown key; did you mean `directory`?",
  ],
  [
    "a key of a list",
    "series:\n  - name: A\n  - name: B\n    nme: C",
    "- line 4, `series.1.nme`: unknown key; did you mean `name`?",
  ],
  [
    "a key of what may be null",
    "series:\n  - name: A\n    schedule:\n      corn: x\n      cron: y",
    "- line 4, `series.0.schedule.corn`: unknown key; did you mean `cron`?",
  ],
  ["a wrong value", "timezone:\n  - UTC", "- line 1, `timezone`: expected a time zone"],
  ["a missing value", "series:\n  - schedule: null", "- line 2, `series.0.name`: expected a name"],
  [
    "two mistakes",
    "content: { directory: 1 }\ntimezone: 2",
    "- line 1, `content.directory`: expected the path of a folder\n- line 2, `timezone`: expected a time zone",
  ],
  [
    "a key that objects have",
    "constructor: 1",
    "- line 1, `constructor`: unknown key; known keys here: `timezone`, `content`, `series`",
  ],
];

for (const [title, text, expected] of mistakes) {
  test(`names line, key and what was expected: ${title}`, () => assert.equal(complain(text), expected));
}

test("what is no mapping, or no YAML, is told with its line", () => {
  assert.match(complain("just words"), /^- line 1: .*expected object/);
  assert.match(complain("- a\n- b"), /^- line 1: .*expected object/);
  assert.match(complain("a: 1\nb: [1\nc: 2"), /^- line \d: this is not valid YAML \(/);
  assert.match(complain("timezone: UTC\ntimezone: UTC"), /^- line 2: this is not valid YAML \(.*unique/);
});

test("tags name no constructor, and nested aliases are not followed", () => {
  assert.match(complain('timezone: !!js/function "() => 1"\ncontent: 1'), /content/);
  const levels = Array.from(
    { length: 9 },
    (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(", ")}]`,
  );
  assert.equal(
    complain(["l0: &l0 x", ...levels].join("\n")),
    "- line 1: aliases (`*name`) are nested too deeply",
  );
});

test("a file that is too long is not parsed", () => {
  assert.equal(complain("a".repeat(64_001)), "- line 1: the file is longer than 64000 characters");
});

test("a hostile key stays in its code span, on its line", () => {
  assert.equal(
    renderMistakes([{ line: 1, key: "a`b\n@everyone", problem: "unknown key" }]),
    "- line 1, `a b @everyone`: unknown key",
  );
  assert.ok(renderMistakes([{ line: 1, key: "k".repeat(60_000), problem: "x" }]).length < 120);
});

test("a file full of mistakes is answered with the first twenty", () => {
  const text = Array.from({ length: 200 }, (_, n) => `unknown${n}: 1`).join("\n");
  assert.equal(complain(text).split("\n").length, 20);
});
