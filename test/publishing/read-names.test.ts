import assert from "node:assert/strict";
import { test } from "node:test";
import { readNames } from "../../src/publishing/read-names.ts";

const usual: Parameters<typeof readNames>[0] = {
  path: "blog/2026-05-05-sea.md",
  frontMatter: { date: "2026-05-05" },
  pattern: "{date}-{slug}.md",
  given: { path: "blog/2026-05-05-sea.md", slug: "sea", date: "2026-05-05" },
};
const unkept = { path: usual.path, slug: null, date: null };
const moved = (pattern: string, path: string) => ({ pattern, path, frontMatter: {} });

const table: [string, Partial<typeof usual>, string, string][] = [
  ["where we put it", {}, "sea", "2026-05-05"],
  [
    "in a folder of its own",
    {
      path: "blog/sea/index.md",
      given: { ...usual.given, path: "blog/sea/index.md" },
      pattern: "{slug}/index.md",
    },
    "sea",
    "2026-05-05",
  ],
  ["where we put it under other settings", { pattern: "{slug}-{date}.md" }, "sea", "2026-05-05"],
  ["with a day that somebody else wrote", { frontMatter: { date: "May 5, 2026" } }, "sea", "2026-05-05"],
  ["with a moment for its day", { frontMatter: { date: "2026-06-01T10:00:00Z" } }, "sea", "2026-06-01"],
  [
    "with a slug of its own",
    { frontMatter: { slug: "the-sea", date: "2026-05-05" } },
    "the-sea",
    "2026-05-05",
  ],
  ["with an empty slug", { frontMatter: { slug: " " } }, "sea", "2026-05-05"],
  ["opened before names were kept", { given: unkept, frontMatter: {} }, "sea", "2026-05-05"],
  ["renamed", moved("{date}-{slug}.md", "blog/2026-05-06-storm.md"), "storm", "2026-05-06"],
  [
    "renamed, its day at the end",
    moved("{slug}-{date}.md", "blog/the-storm-2026-05-06.md"),
    "the-storm",
    "2026-05-06",
  ],
  ["renamed in a folder of its own", moved("{slug}/index.md", "posts/storm/index.md"), "storm", "2026-05-05"],
  [
    "renamed, its slug there twice",
    moved("{slug}/{slug}.mdx", "blog/storm/storm.mdx"),
    "storm",
    "2026-05-05",
  ],
  [
    "renamed in a folder of the day",
    moved("{date}/{slug}.md", "blog/2026-05-06/storm.md"),
    "storm",
    "2026-05-06",
  ],
  ["renamed with marks of patterns", moved("a+b.{slug}.md", "blog/a+b.storm.md"), "storm", "2026-05-05"],
  ["renamed as the pattern does not say", moved("{date}-{slug}.md", "blog/storm.md"), "storm", "2026-05-05"],
  [
    "renamed to a folder's page",
    moved("{date}-{slug}.md", "blog/2026-05-06-storm/index.md"),
    "storm",
    "2026-05-05",
  ],
  ["renamed, its day elsewhere", moved("{slug}/index.md", "blog/storm-2026-05-06.md"), "storm", "2026-05-05"],
];

for (const [title, change, slug, date] of table)
  test(`the page of a post ${title}`, () =>
    assert.deepEqual(readNames({ ...usual, ...change }), { slug, date }));

test("what nobody ever said is empty", () =>
  assert.deepEqual(readNames({ ...usual, path: "sea.md", given: unkept, frontMatter: {} }), {
    slug: "sea",
    date: "",
  }));
