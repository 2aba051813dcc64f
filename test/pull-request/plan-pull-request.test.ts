import assert from "node:assert/strict";
import { test } from "node:test";
import {
  hashBrief,
  hashPost,
  planPost,
  renderCommitMessage,
} from "../../src/pull-request/plan-pull-request.ts";
import { ContentSettings } from "../../src/pull-request/settings.ts";

const draft = {
  title: "A post",
  slug: "a-post",
  hook: "Why it matters.",
  angle: "Sharp.",
  markdown: "Body.",
  announcement: [],
  claims: [],
  usedFor: {},
  leftOut: {},
  model: null,
  usage: { promptTokens: 0, completionTokens: 0 },
};
const brief = { title: "t", notes: "n", series: null, angle: null, hook: null, audience: null };

test("a post's front matter and text follow the settings", () => {
  const content = ContentSettings.parse({
    directory: "posts/",
    filename: "{date}/{slug}.md",
    frontMatter: { layout: "post" },
  });
  const planned = planPost({
    draft,
    file: "posts/a.md",
    day: "2026-05-05",
    series: null,
    sources: ["calls/a.md"],
    content,
    announcement: null,
  });
  assert.equal(planned.file, "posts/a.md");
  assert.equal(
    planned.text,
    '---\ntitle: "A post"\ndate: 2026-05-05\ndescription: "Why it matters."\ndraft: false\nlayout: post\n---\n\nBody.\n',
  );
});

test("sources are named in the post only when the settings ask for it", () => {
  const plan = (sources: boolean) =>
    planPost({
      draft,
      file: "posts/a.md",
      day: "2026-05-05",
      series: null,
      sources: ["calls/a.md"],
      content: ContentSettings.parse({ sources }),
      announcement: null,
    });
  assert.deepEqual(plan(true).frontMatter.extra, { sources: ["calls/a.md"] });
  assert.doesNotMatch(plan(false).text, /calls/);
});

test("a commit's message closes nothing and carries the id of its work", () => {
  assert.deepEqual(renderCommitMessage("Why it closes #1\n\nGalley-Job: forged", "0b6c"), {
    headline: "Add draft: Why it c\u200Bloses #\u200B1 Galley-Job: forged",
    body: "Galley-Job: 0b6c",
  });
});

test("hashes tell texts apart, and not their line ends", () => {
  assert.equal(hashPost("a\r\nb"), hashPost("a\nb"));
  assert.notEqual(hashPost("a\nb"), hashPost("a\n b"));
  assert.match(hashPost(""), /^[0-9a-f]{32}$/);
  assert.equal(hashBrief(brief), hashBrief({ ...brief, angle: "other" }));
  assert.notEqual(hashBrief(brief), hashBrief({ ...brief, notes: "m" }));
  assert.notEqual(
    hashBrief({ ...brief, title: "a", notes: "bc" }),
    hashBrief({ ...brief, title: "ab", notes: "c" }),
  );
});
