import assert from "node:assert/strict";
import { test } from "node:test";
import { tidyTitle } from "../../src/drafting/tidy-title.ts";

const titles: [string, string][] = [
  ["What makes a queue trusted", "What makes a queue trusted"],
  ["write a blog post about queues and trust.", "Queues and trust"],
  ["# `Queues` and **trust**", "Queues and trust"],
  ["Post-quantum signatures", "Post-quantum signatures"],
  ["Blog about it", "It"],
  ["Please draft a post on retries", "Retries"],
  ["Draft: why queues need owners", "Why queues need owners"],
  ['The "dead letter" queue', "The “dead letter” queue"],
  ["[Queues](https://a.example) <b>matter</b>", "Queues matter"],
  ["\n\nSecond line counts\nthird does not", "Second line counts"],
];
for (const [written, title] of titles)
  test(`makes ${JSON.stringify(title)}`, () => assert.equal(tidyTitle(written), title));

test("a long text becomes a short title that ends at a clause or a word", () => {
  const long =
    "Queues are promises; we want to show how a small team keeps them for years with a table, an owner and one number on the wall";
  assert.equal(tidyTitle(long), "Queues are promises");
  const title = tidyTitle(`Small teams ${"keep their promises ".repeat(9)}`);
  assert.ok(title.length <= 80 && !title.endsWith(" "));
});

test("nothing gives nothing", () => assert.equal(tidyTitle(" \n "), ""));

test("a long title without spaces is cut between characters, not to one of them", () => {
  const title = tidyTitle("復".repeat(85));
  assert.ok(title.length > 60 && title.length <= 80);
  assert.equal(tidyTitle("👩‍💻".repeat(40)).isWellFormed(), true);
});
