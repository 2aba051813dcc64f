import assert from "node:assert/strict";
import { test } from "node:test";
import { BranchPattern, ContentSettings } from "../../src/pull-request/settings.ts";

const problems = (parsed: { error?: { issues: { message: string }[] } | undefined }) =>
  parsed.error?.issues.map(({ message }) => message) ?? [];

test("nothing said is the defaults", () => {
  const content = {
    directory: "content/blog",
    filename: "{date}-{slug}.md",
    frontMatter: {},
    sources: false,
  };
  assert.deepEqual(ContentSettings.parse(undefined), content);
  assert.equal(BranchPattern.parse(undefined), "blog/{date}-{slug}");
});

test("folders below the top of the repository are taken", () => {
  for (const directory of ["posts", "src/content/blog/", "a b/c", "_posts", "site..old"])
    assert.deepEqual(problems(ContentSettings.safeParse({ directory })), [], directory);
});

test("folders elsewhere are refused", () => {
  const folders = [
    "",
    ".",
    "/",
    "./a",
    "a/./b",
    "a//b",
    "..",
    "../a",
    "a/..",
    "/a",
    "~/a",
    "a\\b",
    "a\nb",
    ".git",
    "a/.GIT/b",
  ];
  for (const directory of folders)
    assert.deepEqual(
      problems(ContentSettings.safeParse({ directory })),
      ["expected a folder below the top of the repository, without `..`"],
      directory,
    );
  for (const directory of [".github", ".GitHub/workflows"])
    assert.deepEqual(problems(ContentSettings.safeParse({ directory })), [
      "expected a folder outside .github",
    ]);
  assert.deepEqual(problems(ContentSettings.safeParse({ directory: 1 })), ["expected the path of a folder"]);
});

test("a file's name holds the slug, ends in .md and stays in its folder", () => {
  for (const filename of ["{slug}.md", "{date}/{slug}.markdown", "{slug}/index.MDX"])
    assert.deepEqual(problems(ContentSettings.safeParse({ filename })), [], filename);
  const refused: [string, string][] = [
    ["{date}.md", "expected {slug} in it, so that posts do not overwrite each other"],
    ["{slug}-{year}.md", "expected no placeholders but {date} and {slug}"],
    ["../{slug}.md", "expected a name without `..` that does not begin with /"],
    ["/{slug}.md", "expected a name without `..` that does not begin with /"],
    ["{slug}.html", "expected it to end in .md"],
  ];
  for (const [filename, message] of refused)
    assert.deepEqual(problems(ContentSettings.safeParse({ filename })), [message], filename);
});

test("front matter of the repository's own may not take the place of a post's", () => {
  assert.deepEqual(
    problems(ContentSettings.safeParse({ frontMatter: { layout: "post", tags: [1, { a: null }] } })),
    [],
  );
  for (const key of ["title", "date", "description", "series", "draft"])
    assert.deepEqual(problems(ContentSettings.safeParse({ frontMatter: { [key]: "x" } })), [
      "expected other keys than those of each post: title, date, description, series, draft",
    ]);
  assert.deepEqual(problems(ContentSettings.safeParse({ frontMatter: [] })), ["expected keys with values"]);
});

test("a branch's name is one that git takes, with the slug in it", () => {
  for (const name of ["{slug}", "blog/{date}/{slug}", "a.b-{slug}", "@{slug}", "Drafts_{slug}"])
    assert.deepEqual(problems(BranchPattern.safeParse(name)), [], name);
  const broken = [
    "/{slug}",
    "{slug}/",
    "{slug}.",
    "-{slug}",
    "a b/{slug}",
    "a..{slug}",
    "a//{slug}",
    ".a/{slug}",
    "a/.{slug}",
    "a.lock/{slug}",
    "{slug}.lock",
    "a~{slug}",
    "a^{slug}",
    "a:{slug}",
    "a?{slug}",
    "a*{slug}",
    "a[{slug}",
    "a\\{slug}",
    "a@{{slug}",
    "a\u007F{slug}",
  ];
  for (const name of broken) assert.equal(BranchPattern.safeParse(name).success, false, name);
  assert.deepEqual(problems(BranchPattern.safeParse("blog/{date}")), [
    "expected {slug} in it, so that drafts do not share a branch",
  ]);
});
