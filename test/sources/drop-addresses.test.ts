import assert from "node:assert/strict";
import { test } from "node:test";
import { dropAddresses } from "../../src/sources/drop-addresses.ts";

const cases: [string, string, string][] = [
  ["a bare address", "Read https://a.example/b?c=d now.", "Read now."],
  ["one at the end of a sentence", "Read www.a.example.", "Read"],
  ["a Markdown link", "Read [the rest](https://a.example) of it", "Read the rest of it"],
  ["a reference", "Read [the rest][1] of it", "Read the rest of it"],
  ["an image", "![the plan](https://a.example/p.png) failed", "the plan failed"],
  ["angle brackets", "Read <https://a.example> now", "Read now"],
  ["code", "Read javascript:alert(1) now", "Read now"],
  ["mail", "Write mailto:a@b.example now", "Write now"],
  ["relative to the scheme", "Read //a.example/b now", "Read now"],
];
for (const [name, text, left] of cases)
  test(`what leads somewhere is left out, the words stay: ${name}`, () =>
    assert.equal(dropAddresses(text), left));

test("prose that holds colons, slashes and brackets stays as it is", () => {
  for (const text of [
    "Data: four hours and/or nineteen",
    "At 10:30, a 24/7 shift [sic] said: no",
    "Tel Aviv",
  ])
    assert.equal(dropAddresses(text), text);
});
