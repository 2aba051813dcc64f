import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { startDrafted, withKey, withoutKey } from "../support/drafted.ts";
import { listAnswers } from "../support/look.ts";

test("a text that a person took out waits for /linkedin send", async (t) => {
  const { edit, merge, say, posts } = await startDrafted(t);
  await edit(withoutKey);
  assert.match(
    await merge(),
    /Nothing was sent to LinkedIn yet: the post has no `linkedin` text that somebody approved\./,
  );
  assert.equal(posts().length, 0);
  assert.match(
    await say("/linkedin", 1),
    /^Nothing was sent to LinkedIn yet: .* `\/linkedin send` reads the post on the default branch/,
  );
  await edit((text) => text.replace(/^date: .*$/m, "date: [unclosed"), "main");
  const refused = await say("/linkedin send", 2);
  assert.match(refused, /^Nothing was sent to LinkedIn yet: the front matter is not valid YAML: line \d/);
  assert.equal(await say("/linkedin", 3), refused);
  await edit((text) => text.replace(/^date: .*$/m, "date: 2026-05-05\nlinkedin: Another text."), "main");
  assert.match(await say("/linkedin send", 4), /^The announcement is on LinkedIn: https:/);
  assert.deepEqual(
    posts().map(({ rendered }) => rendered),
    ["Another text."],
  );
  assert.match(await say("/linkedin send", 5), /^The announcement is on LinkedIn: https:/);
  assert.equal(posts().length, 1);
});

test("front matter that a person broke is named with its line, nothing is sent, and /linkedin send after the fix", async (t) => {
  const { edit, merge, say, posts } = await startDrafted(t);
  await edit((text) => text.replace(/^date: .*$/m, "date: [unclosed"));
  const said = await merge();
  assert.match(said, /Nothing was sent to LinkedIn: .*line \d+/);
  assert.equal(posts().length, 0);
  await edit((text) => text.replace(/^date: .*$/m, "date: 2026-05-05"), "main");
  assert.match(await say("/linkedin send", 1), /^The announcement is on LinkedIn/);
  assert.equal(posts().length, 1);
});

test("linkedin: false sends nothing, and the merge says so", async (t) => {
  const { edit, merge, posts } = await startDrafted(t);
  await edit(withKey("linkedin: false"));
  assert.match(await merge(), /Nothing is sent to LinkedIn: the post's front matter says so\./);
  assert.equal(posts().length, 0);
});

test("a person's own text goes out as they wrote it, brackets and all", async (t) => {
  const { edit, merge, posts } = await startDrafted(t);
  const own =
    "We (finally) measured it: 19 hours [not 4] * really_so * #restores @everybody \\ {done} <ok> ~ |";
  await edit(withKey(`linkedin: |-\n  ${own}`));
  await merge();
  assert.equal(posts()[0]?.rendered, own);
});

test("when nobody can know, a person looks: sent with its address, or not sent and then again", async (t) => {
  const { flow, merge, say, posts } = await startDrafted(t);
  flow.sandbox.linkedin.setFault("reset");
  assert.match(await merge(), /Nobody can know whether LinkedIn has the announcement/);
  assert.match(await say("/linkedin send", 1), /Nobody can know/);
  assert.equal(posts().length, 0);
  assert.match(
    await say("/linkedin not-sent", 2),
    /^Nothing was sent to LinkedIn: editor looked and did not find it\./,
  );
  assert.match(
    await say("/linkedin sent https://www.linkedin.com/feed/update/urn:li:share:1/", 3),
    /^This is for an announcement that nobody knows about\./,
  );
  assert.match(await say("/linkedin send", 4), /^The announcement is on LinkedIn: https:/);
  assert.equal(posts().length, 1);
});

test("what LinkedIn calls a duplicate may be there already: a person looks and says where", async (t) => {
  const { flow, merge, say, posts } = await startDrafted(t);
  flow.sandbox.linkedin.setFault("created-then-reset");
  await merge();
  await say("/linkedin not-sent", 1);
  assert.match(
    await say("/linkedin send", 2),
    /^Nobody can know whether LinkedIn has the announcement: LinkedIn says that this very text was posted a short while ago\. Look at the feed/,
  );
  const url = `https://www.linkedin.com/feed/update/${posts()[0]?.urn}/`;
  assert.equal(await say(`/linkedin sent ${url}`, 3), `The announcement is on LinkedIn: ${url}`);
  assert.equal(posts().length, 1);
});

test("a post that was renamed in review is found where it went", async (t) => {
  const { file, commit, read, merge, posts } = await startDrafted(t);
  await commit({ [file]: null, "site/content/blog/renamed.md": await read() });
  assert.match(await merge(), /The announcement is on LinkedIn/);
  assert.match(String(posts()[0]?.article?.source), /\/blog\/renamed\/$/);
});

test("merged into another branch than the default, nothing is published", async (t) => {
  const { flow, editor, number, merge, say, posts } = await startDrafted(t);
  const unmerged = "Nothing is announced before this pull request is merged into `main`.";
  assert.deepEqual([await say("/linkedin", 1), await say("/linkedin send", 2)], [unmerged, unmerged]);
  await editor.writeFile(flow.name, "x.md", "x");
  execFileSync("git", [`--git-dir=${flow.repository.gitDirectory}`, "branch", "next", "main"]);
  assert.equal(
    (await editor.request("PATCH", `/repos/${flow.name}/pulls/${number}`, { base: "next" })).status,
    200,
  );
  assert.match(
    await merge(),
    /was merged into another branch than `main`, so it is not published and nothing is announced\./,
  );
  const elsewhere =
    "Nothing is announced, because this pull request was merged into another branch than `main`.";
  assert.deepEqual([await say("/linkedin", 3), await say("/linkedin send", 4)], [elsewhere, elsewhere]);
  assert.equal(posts().length, 0);
});

test("an announcement that LinkedIn would not take is a finding before the merge, and taken back when mended", async (t) => {
  const { flow, number, edit, merge, posts } = await startDrafted(t);
  const announce = (text: string) => withKey(`linkedin: |-\n  ${text}`);
  await edit(announce("(".repeat(1_600)));
  await flow.ended("review");
  const [finding = ""] = await listAnswers(flow, number);
  assert.match(
    finding,
    /^\*\*Before you merge:\*\* nothing would be announced on LinkedIn, because the text takes 3200 characters on LinkedIn, where 3000 is the most/,
  );
  await edit(announce("Short again."));
  await flow.ended("review", 2);
  assert.deepEqual(await listAnswers(flow, number), ["The announcement is in order again."]);
  assert.match(await merge(), /The announcement is on LinkedIn/);
  assert.equal(posts()[0]?.rendered, "Short again.");
});
