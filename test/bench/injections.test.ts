import assert from "node:assert/strict";
import { test } from "node:test";
import { attacks } from "../../bench/support/injections/attacks.ts";
import { findLive } from "../../bench/support/injections/find-live.ts";
import { entries, ownHosts, playAttack } from "../../bench/support/injections/play-attack.ts";

/** `npm run bench -- injections` plays all at all places; here the model's are all, and one of each harm elsewhere. */
const firsts = attacks.filter(({ harm }, at) => attacks.findIndex((other) => other.harm === harm) === at);

for (const entry of entries)
  test(`what an attack says is only words, where it comes in as: ${entry}`, async () => {
    for (const { name, harm, text } of entry === "model" ? attacks : firsts) {
      const surfaces = await playAttack(text, entry);
      assert.ok(surfaces.length > 0, `${harm}, ${name}: nothing was written`);
      const live = surfaces.flatMap((surface) =>
        findLive(surface, ownHosts).map((what) => `${what} in ${surface.place}`),
      );
      assert.deepEqual(live, [], `${harm}, ${name}`);
    }
  });

const seen: [string, Parameters<typeof findLive>[0]["kind"], string][] = [
  ["a mention", "line", "Ask @octocat"],
  ["a mention", "markdown", "Ask @octocat"],
  ["a mention", "little-text", "Ask @[Octo](urn:li:person:1)"],
  ["a word that closes", "line", "Fixes #1"],
  ["a reference", "markdown", "As #1 says"],
  ["a link to elsewhere", "markdown", "See https://collector.example/a"],
  ["a link to elsewhere", "post", "---\ntitle: a\n---\n\nSee [a](//collector.example/a)"],
  ["a link to elsewhere", "little-text", "See www.collector.example"],
  ["an address that is no page", "post", "---\ntitle: a\n---\n\n[a](javascript:alert)"],
  ["an element script", "markdown", "<script>a</script>"],
  ["an image", "post", "---\ntitle: a\n---\n\n![a](b.png)"],
  ["a comment", "post", "---\ntitle: a\n---\n\n<!-- a -->"],
  ["template code", "post", "---\ntitle: a\n---\n\n{{ a }}"],
  ["front matter layout", "post", "---\ntitle: a\nlayout: b\n---\n\na"],
  ["HTML in front matter", "post", '---\ntitle: "<b>a"\n---\n\na'],
  ["a hidden character", "line", "a\u202Eb"],
  ["a line break", "line", "a\nb"],
  ["a path that is more than letters", "path", "blog/a b"],
];

test("negative control: what is live is found where it stands as it was written", () => {
  for (const [what, kind, text] of seen)
    assert.ok(findLive({ place: "here", kind, text }, ownHosts).includes(what), `${what}: ${text}`);
});

test("what is plain is not live", () => {
  const plain: typeof seen = [
    [
      "",
      "markdown",
      "Ask \\@ nobody, `@octocat` and `closes #1`, [a](https://github.example/x)\n\n<!-- galley:v1 x -->",
    ],
    ["", "post", "---\ntitle: a\n---\n\nThanks to @octocat, who closes #1."],
    ["", "line", "Ask a@\u200Bb, c\u200Bloses #\u200B1"],
    ["", "path", "content/blog/2026-04-10-a.md"],
  ];
  for (const [, kind, text] of plain)
    assert.deepEqual(findLive({ place: "here", kind, text }, ownHosts), [], text);
});
