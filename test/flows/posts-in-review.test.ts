import assert from "node:assert/strict";
import { test } from "node:test";
import { startDrafted, withKey } from "../support/drafted.ts";
import { listAnswers } from "../support/look.ts";

test("front matter whose opening was broken forbids what it says, and nothing is made up for it", async (t) => {
  const drafted = await startDrafted(t, "announcements: { linkedin: { review: false } }\n");
  await drafted.edit((text) => withKey("linkedin: false")(text).replace(/^---\n/, "--- # post\n"));
  assert.match(
    await drafted.merge(),
    /Nothing was sent to LinkedIn: the front matter cannot be read: line 1 of the post must be `---` alone\./,
  );
  await drafted.edit((text) => text.replace(/^.*\n/, ""), "main");
  assert.match(await drafted.say("/linkedin send", 1), /line 1 of the post must be `---` alone/);
  assert.deepEqual(drafted.posts(), []);
});

test("the card links to the page, whatever the pattern of its file's name", async (t) => {
  const drafted = await startDrafted(t, (text) =>
    text
      .replace(/directory: .*/, '$&\n  filename: "{slug}/{date}.md"')
      .replace(/^site:/m, '$&\n  permalink: "/{date}/{slug}.html"'),
  );
  const [, slug = "", date = ""] = /([^/]+)\/([\d-]{10})\.md$/.exec(drafted.file) ?? [];
  await drafted.merge();
  assert.equal(drafted.posts()[0]?.article?.source, `https://night-shift.example/${date}/${slug}.html`);
  assert.match(slug, /[a-z]-[a-z]/);
});

test("a post that was moved beside a new note is found where it went", async (t) => {
  const drafted = await startDrafted(t);
  const moved = { [drafted.file]: null, "posts/storm.md": await drafted.read(), "notes/review.md": "A note" };
  await drafted.commit(moved);
  assert.match(
    await drafted.merge(),
    /^#\d+ is merged: the post is published .* The announcement is on LinkedIn/,
  );
  assert.match(String(drafted.posts()[0]?.article?.source), /\/blog\/storm\/$/);
});

test("what was added when the post was taken out is never announced as the post", async (t) => {
  const drafted = await startDrafted(t, "announcements: { linkedin: { review: false } }\n");
  await drafted.commit({ [drafted.file]: null, "notes/minutes.md": "# Confidential minutes\n\nSecret." });
  assert.match(
    await drafted.merge(),
    /^#\d+ is merged\. Nothing was sent to LinkedIn: the post is not to be found: put it back as `site\/content\/blog\/.*\.md`\./,
  );
  assert.deepEqual(drafted.posts(), []);
  const text = "---\ntitle: Back\nlinkedin: Back again.\n---\n";
  await drafted.editor.writeFile(drafted.flow.name, drafted.file, text);
  assert.match(await drafted.say("/linkedin send", 1), /^The announcement is on LinkedIn/);
  assert.equal(drafted.posts()[0]?.rendered, "Back again.");
});

test("what would not be announced as it was written is a finding before the merge", async (t) => {
  const drafted = await startDrafted(t);
  const before = await drafted.read();
  const finding = async (count: number) => {
    await drafted.flow.ended("review", count);
    return (await listAnswers(drafted.flow, drafted.number)).at(-1);
  };
  const because = "**Before you merge:** nothing would be announced on LinkedIn, because";
  await drafted.edit(withKey("linkedin: |-"));
  assert.equal(
    await finding(1),
    `${because} \`linkedin\` in the front matter is empty (write \`linkedin: false\` when that is meant).`,
  );
  await drafted.edit(withKey("linkedin: yes"));
  assert.match((await finding(2)) ?? "", /because `linkedin` in the front matter is not a text/);
  await drafted.edit(() => before.replace(/^---\n/, "–––\n"));
  assert.equal(
    await finding(3),
    `${because} the front matter cannot be read: line 1 of the post must be \`---\` alone.`,
  );
  await drafted.edit(() => before.replace(/^title: .*$/m, 'title: ""'));
  assert.equal(await finding(4), `${because} the post has no \`title\` in its front matter.`);
  const long = withKey(`linkedin: ${"x".repeat(4_000)}`)(before);
  await drafted.commit({ [drafted.file]: null, "site/content/blog/renamed.md": long });
  assert.match((await finding(5)) ?? "", /because the text takes 4000 characters on LinkedIn/);
  await drafted.commit({ "site/content/blog/renamed.md": before });
  assert.equal(await finding(6), "The announcement is in order again.");
  await drafted.commit({ "site/content/blog/renamed.md": null });
  assert.match((await finding(7)) ?? "", /because the post is not to be found/);
});

test("a post that says that it is a draft is not announced before it says otherwise", async (t) => {
  const drafted = await startDrafted(t);
  await drafted.edit((text) =>
    text.replace(/^draft: false$/m, "draft: true").replace(/^title: .*$/m, "title: 1984"),
  );
  await drafted.flow.ended("review");
  assert.match(
    await drafted.merge(),
    /is merged: the post says `draft: true`, so the site does not show it yet\. Nothing is sent to LinkedIn: the post's front matter says `draft: true`/,
  );
  assert.deepEqual(drafted.posts(), []);
  await drafted.edit((text) => text.replace(/^draft: true$/m, "draft: false"), "main");
  assert.match(await drafted.say("/linkedin send", 1), /^The announcement is on LinkedIn/);
  assert.equal(drafted.posts()[0]?.article?.title, "1984");
});
