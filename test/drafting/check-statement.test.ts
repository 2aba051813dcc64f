import assert from "node:assert/strict";
import { test } from "node:test";
import { checkStatement } from "../../src/drafting/check-statement.ts";

const cases: [string, string, string][] = [
  ["plain words stay", "A queue promises one thing.", "text: A queue promises one thing."],
  [
    "a term loses its marks",
    'The “dead letter queue” and the "poison message".',
    "text: The dead letter queue and the poison message.",
  ],
  [
    "apostrophes are no quotation",
    "The team's queues aren't the teams' fault.",
    "text: The team's queues aren't the teams' fault.",
  ],
  ["code and emphasis lose their marks", "Run `npm test` **now**.", "text: Run npm test now."],
  ["hidden characters and line breaks go", "A\u200B queue\n# waits\u202E.", "text: A queue # waits."],
  ["curly quotation", "Mara said “we never lost a single order”.", "quotation"],
  ["straight quotation", 'Mara said "we never lost a single order".', "quotation"],
  ["guillemets", "Mara said «we never lost a single order».", "quotation"],
  ["low marks", "Mara said „we never lost a single order“.", "quotation"],
  ["single marks", "Mara said 'we never lost a single order', she did.", "quotation"],
  ["full-width marks", "Mara said ＂we never lost a single order＂.", "quotation"],
  ["marks that are mixed", 'Mara said “we never lost a single order".', "quotation"],
  ["a mark that is never closed", "Mara said “we never lost a single order.", "quotation"],
  ["a mark that is never opened", "We never lost a single order”, said Mara.", "quotation"],
  ["quotation marks as entities", "Mara said &quot;we lied&quot;.", "markup"],
  ["quotation marks as numbers", "Mara said &#34;we never lost a single order&#x22;.", "markup"],
  ["an old entity without its semicolon", "Mara said &laquo we never lost an order.", "markup"],
  ["an ampersand is no entity", "R&D; AT&T and Q&A.", "text: R&D; AT&T and Q&A."],
  ["a single mark of a term goes", "The 'poison message' queue.", "text: The poison message queue."],
  ["a tag that marks hid", "A <“script> queue.", "markup"],
  ["an address", "See https://example.com for more.", "address"],
  ...[
    "bit.ly/evil",
    "evil.example.com/offer",
    "me@evil.com",
    "@octocat",
    "mailto:x@y.zz",
    "//evil.com/x",
  ].map((one): [string, string, string] => [`an address, ${one}`, `See ${one} for more.`, "address"]),
  ["names with dots", "Node.js, e.g. in the U.S.", "text: Node.js, e.g. in the U.S."],
  ["a Markdown link", "See [this](javascript:alert(1)).", "address"],
  ["HTML", "A <img src=x onerror=alert(1)> queue.", "markup"],
  ...["{% include x %}", "{{ site.secret }}", "{{< x >}}", "<%= x %>", "{# x #}", "#{x}"].map(
    (code): [string, string, string] => [`template code, ${code}`, `A queue ${code} waits.`, "template"],
  ),
  ["a brace is no template", "The set {a, b} waits.", "text: The set {a, b} waits."],
  ["a comment", "A queue <!-- galley:v1 --> waits.", "markup"],
  ["nothing", " “” … ", "empty"],
];
for (const [name, written, expected] of cases)
  test(`statement: ${name}`, () => {
    const checked = checkStatement(written);
    assert.equal("text" in checked ? `text: ${checked.text}` : checked.problem, expected);
  });

test("statement: an address that is known stands, and no other", () => {
  const isKnown = (address: string) => address === "example.com";
  assert.deepEqual(checkStatement("Example.com grew.", isKnown), { text: "Example.com grew." });
  assert.deepEqual(checkStatement("Example.com/x grew.", isKnown), { problem: "address" });
  assert.deepEqual(checkStatement("See https://example.com.", isKnown), { problem: "address" });
});
