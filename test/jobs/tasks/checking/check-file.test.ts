import assert from "node:assert/strict";
import { test } from "node:test";
import { checkFile } from "../../../../src/jobs/tasks/checking/check-file.ts";
import { StyleSettings } from "../../../../src/verification/style-settings.ts";

const style = StyleSettings.parse({ banned: ["game changer"], words: { min: 100 } });
const linked = [{ line: 7, ways: [{ ref: null, path: "blog/b.md" }] }];
const check = (text: string, exists = false) =>
  checkFile(text, style, { linked, exists: () => exists }).map(
    ({ rule, place, line }) => `${rule}, ${place}, ${line}`,
  );

const post =
  "---\ntitle: A game changer\n---\n\n# A\n\nA game changer, as [b](b.md) says.\n\n# B\n\nShe said “a game changer”.\n";

test("style and links are looked at by the lines of the file, quotations apart", () =>
  assert.deepEqual(check(post), [
    "banned-phrase, title, null",
    "banned-phrase, post, line 7, 7",
    "too-short, post, null",
    "second-title, post, line 9, 9",
    "dead-link, post, line 7, 7",
  ]));

test("a file of which the front matter cannot be read is looked at all the same", () =>
  assert.deepEqual(check("---\n{\n---\n\nA game changer.\n", true), [
    "banned-phrase, post, line 5, 5",
    "too-short, post, null",
  ]));
