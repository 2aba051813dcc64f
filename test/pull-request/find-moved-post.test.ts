import assert from "node:assert/strict";
import { test } from "node:test";
import { findMovedPost } from "../../src/pull-request/find-moved-post.ts";

const render = (title: string, ...paragraphs: string[]) =>
  `---\ntitle: "${title}"\ndate: 2026-05-05\n---\n\n${paragraphs.join("\n\n")}\n`;
const paragraphs = ["The sea is wide, and nobody knows it.", "The ship is small.", "We sail at night."];
const text = render("The wide sea", ...paragraphs);
const post = { path: "blog/2026-05-05-wide-sea.md", slug: "wide-sea", text };
const note = { path: "notes/minutes.md", text: "# Confidential minutes\n\nThe ship is small.\n" };

const found: [string, { path: string; text: string }[]][] = [
  ["as it was", [{ path: "blog/storm.md", text }]],
  ["beside a note", [note, { path: "blog/storm.md", text }]],
  ["with Windows line ends", [{ path: "blog/storm.md", text: text.replaceAll("\n", "\r\n") }]],
  ["with its front matter broken", [note, { path: "blog/storm.md", text: text.replace("---", "–––") }]],
  ["written anew under its title", [note, { path: "blog/storm.md", text: render("The wide sea", "Other.") }]],
  ["written anew under its slug", [note, { path: "posts/Wide-Sea.mdx", text: render("Storm", "Other.") }]],
  [
    "beside a shorter copy",
    [
      { path: "blog/storm.md", text },
      { path: "old.md", text: render("The wide sea", ...paragraphs.slice(0, 2)) },
    ],
  ],
];
for (const [title, added] of found)
  test(`a post that was moved is found: ${title}`, () => {
    assert.equal(findMovedPost(post, added), added.find(({ path }) => /storm|wide/i.test(path))?.path);
  });

const unclear: [string, { path: string; text: string | null }[]][] = [
  ["nothing was added", []],
  ["another file was added", [note]],
  ["another post was added", [{ path: "blog/storm.md", text: render("The storm", "It blows.") }]],
  ["a note has its slug in the name", [{ path: "notes/wide-sea-review.md", text: "# Review\n\nToo long." }]],
  ["two are the same", ["a.md", "b.md"].map((path) => ({ path, text }))],
  ["it is no text", [{ path: "blog/wide-sea.md", text: null }]],
];
for (const [title, added] of unclear)
  test(`a post is not guessed when ${title}`, () => assert.equal(findMovedPost(post, added), null));

test("when the post as it was is lost, its slug and front matter of its kind tell it", () => {
  const lost = { ...post, text: null };
  const added = [note, { path: "posts/wide-sea.md", text }];
  assert.equal(findMovedPost(lost, added), "posts/wide-sea.md");
  assert.equal(findMovedPost({ ...lost, slug: null }, added), null);
  assert.equal(findMovedPost(lost, [{ path: "posts/storm.md", text }]), null);
});
