import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRelease } from "../../src/commands/parse-release.ts";

test("findings are named by their numbers, a value by its words in quotation marks", () => {
  assert.deepEqual(parseRelease("F3"), { by: "number", numbers: [3] });
  assert.deepEqual(parseRelease("f3 F12, F3"), { by: "number", numbers: [3, 12] });
  assert.deepEqual(parseRelease('"Vantaro Freight"'), { by: "words", words: "Vantaro Freight" });
  assert.deepEqual(parseRelease("“Vantaro”"), { by: "words", words: "Vantaro" });
});

test("anything else is nothing", () => {
  for (const rest of [undefined, "", "3", "F0", "F", "F99999", "F3 it", "Vantaro", '""', '"a', "all"])
    assert.equal(parseRelease(rest), null, String(rest));
});

test("what a check asks for at once can be written at once", () => {
  const many = Array.from({ length: 300 }, (_, at) => `F${at + 1}`).join(" ");
  assert.equal(parseRelease(many)?.by, "number");
  assert.equal(parseRelease(`${many} F301`), null);
});
