import assert from "node:assert/strict";
import { test } from "node:test";
import { startDrafted, withKey } from "../support/drafted.ts";

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
