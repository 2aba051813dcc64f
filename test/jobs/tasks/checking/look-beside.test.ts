import assert from "node:assert/strict";
import { test } from "node:test";
import { planBeside } from "../../../../src/jobs/tasks/checking/look-beside.ts";
import { Settings } from "../../../../src/jobs/tasks/settings.ts";
import type { Looked } from "../../../../src/ports/repository.ts";

const here = { host: "github.com", owner: "acme", name: "notes" };
const settings = Settings.parse({});
const text =
  "---\ntitle: A\n---\n\n[b](b.md), [again](b.md)\n[c](https://github.com/acme/notes/blob/main/c.md)\n";
const head = { path: "content/blog/a.md", text };

const plan = (changed: readonly string[], post: typeof head | null = head) =>
  planBeside({ changed, baseBranch: "main", head: post, commit: "c0ffee" }, settings, here);
const file = (words: string | null): Looked => ({
  commit: "c0ffee",
  entry: { kind: "file", oid: "b10b", bytes: 9, text: words, isTruncated: false },
});
const missing: Looked = { commit: "c0ffee", entry: { kind: "missing" } };

test("linked files are asked for once each, and files of the folder of posts as they are and were", () => {
  const changed = ["content/blog/a.md", "content/blog/b.md", "talks/new.md", "content/blog/shot.png"];
  assert.deepEqual(
    plan(changed).places.map(({ ref, path }) => `${ref}:${path}`),
    [
      "c0ffee:content/blog/b.md",
      "main:c.md",
      "c0ffee:content/blog/b.md",
      "refs/heads/main:content/blog/b.md",
    ],
  );
  assert.deepEqual(plan([], { ...head, text: "Words." }).places, []);
  assert.deepEqual(plan([], null).places, []);
  const many = Array.from({ length: 30 }, (_, at) => `content/blog/${at}.md`);
  assert.equal(plan(many, null).places.length, 40);
});

test("a post that lies elsewhere brings the files beside it", () => {
  const moved = plan(["site/a/shot.md", "site/b.md"], { path: "site/a/index.md", text: "" });
  assert.deepEqual(
    moved.places.map(({ path }) => path),
    ["site/a/shot.md", "site/a/shot.md"],
  );
});

test("a link is alive where a file or a folder stands, and dead where there is none, or no such branch", () => {
  const { linked, read } = plan([]);
  const alive = (...looked: (Looked | null)[]) => linked.map(({ ways }) => ways.some(read(looked).exists));
  assert.deepEqual(alive(file("x"), file(null)), [true, true, true]);
  assert.deepEqual(alive(missing, { commit: "1", entry: { kind: "folder", files: [] } }), [
    false,
    false,
    true,
  ]);
  assert.deepEqual(alive(file("x"), null), [true, true, false]);
});

test("of another file only the new lines are looked at, in their places", () => {
  const { read } = plan(["content/blog/b.md", "content/blog/c.bin"], { ...head, text: "" });
  const looked = [file("One.\nTwo.\nThree."), file(null), file("One.\nThree."), null];
  assert.deepEqual(read(looked).others, [
    { place: "content/blog/b.md", text: "\nTwo.\n", hasLines: true },
    { place: "content/blog/c.bin", text: "", hasLines: true },
  ]);
});

test("pictures take no other file's place, and what is not read to the end is counted", () => {
  const pictures = Array.from({ length: 40 }, (_, at) => `content/blog/${at}.PNG`);
  const drawn = plan([...pictures, "content/blog/b.md", "content/blog/c.svg"], null);
  assert.deepEqual(
    drawn.places.slice(0, 2).map(({ path }) => path),
    ["content/blog/b.md", "content/blog/c.svg"],
  );
  const long = file("x".repeat(50_001));
  const cut: Looked = {
    ...long,
    entry: { kind: "file", oid: "b", bytes: 600_000, text: "One.", isTruncated: true },
  };
  const { unread } = drawn.read([file("One."), file("Two."), null, null]);
  assert.equal(unread, 0);
  assert.equal(drawn.read([long, cut, null, null]).unread, 2);
  assert.equal(drawn.read([long, file("Two."), long, null]).unread, 0, "what was there before is not new");
  const many = Array.from({ length: 30 }, (_, at) => `content/blog/${at}.md`);
  assert.equal(plan(many, null).read([]).unread, 10);
});
