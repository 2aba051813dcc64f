import assert from "node:assert/strict";
import { test } from "node:test";
import { checkLinks, listLinkedFiles } from "../../src/verification/check-links.ts";

const here = { host: "github.com", owner: "acme", name: "notes" };
const list = (markdown: string) =>
  listLinkedFiles(markdown, { file: "content/blog/a.md", here }).map(({ line, ways }) =>
    [line, ...ways.map(({ ref, path }) => `${ref ?? "post"}:${path}`)].join(" "),
  );

const blob = "https://github.com/acme/notes/blob";
const commit = "0123456789abcdef0123456789abcdef01234567";
const cases: [string, string, string[]][] = [
  ["a file beside it", "See [it](b.md).", ["1 post:content/blog/b.md"]],
  ["a file above it", "See [it](../../talks/b.vtt).", ["1 post:talks/b.vtt"]],
  ["an image with a title", 'Two\n![x](<my shot.png> "A shot")', ["2 post:content/blog/my shot.png"]],
  ["an encoded name and an anchor", "[x](my%20talk.md#part)", ["1 post:content/blog/my talk.md"]],
  ["a definition", "[x]: ./b.md 'B'", ["1 post:content/blog/b.md"]],
  ["what leads out of the repository", "[x](../../../b.md)", ["1"]],
  ["what no file can be called", "[x](a%00.md) [y](a%0Ab.md)", ["1", "1"]],
  ["its blob at a commit", `[x](${blob}/${commit}/a/b.md#L3)`, [`1 ${commit}:a/b.md`]],
  ["its blob at a branch", `[x](${blob}/main/b.md)`, ["1 main:b.md"]],
  ["a branch with a slash, or a folder", `[x](${blob}/blog/sea/b.md)`, ["1 blog:sea/b.md blog/sea:b.md"]],
  ["another repository's blob", "[x](https://github.com/acme/other/blob/main/b.md)", []],
  ["another host", "[x](https://example.com/b.md)", []],
  ["a route", "[x](/about/) [y](../about/) [z](other.html) [w](/files/a.md)", []],
  ["a place in the page", "[x](#part)", []],
  ["mail", "[x](mailto:a@b.md)", []],
  ["a template of the site", '[x]({{< ref "b.md" >}}) [y](<{% link b.md %}>)', []],
  ["code", "`[x](b.md)`\n```\n[x](b.md)\n```", []],
];
for (const [title, markdown, expected] of cases)
  test(`a link to ${title}`, () => assert.deepEqual(list(markdown), expected));

for (const text of ["[](", "`", "[x](b.md ", "[x]: <"])
  test(`a text of nothing but ${text} is read to its end`, () => {
    const line = text.repeat(100_000 / text.length);
    assert.ok(list(line).length <= 1);
  });

test("no more than fifty are looked at", () => assert.equal(list("[x](b.md) ".repeat(60)).length, 50));

test("a line with a dead link is one finding, which repeats no path", () => {
  const markdown = `[a](a.md) [b](b.md)\n[c](c.md)\n[d](../../../d.md) [e](${blob}/blog/sea/e.md)`;
  const linked = listLinkedFiles(markdown, { file: "posts/a.md", here });
  const find = (...there: string[]) =>
    checkLinks(linked, ({ ref, path }) => there.includes(`${ref ?? "post"}:${path}`));
  assert.deepEqual(
    find("post:posts/a.md").map(({ place }) => place),
    ["post, line 1", "post, line 2", "post, line 3"],
  );
  const mended = find("post:posts/a.md", "post:posts/b.md", "post:posts/c.md", "blog/sea:e.md");
  assert.deepEqual(mended, [
    {
      rule: "dead-link",
      severity: "warning",
      place: "post, line 3",
      message:
        "A link of this line leads to no file of the repository: mend it, or commit the file to this branch.",
    },
  ]);
});
