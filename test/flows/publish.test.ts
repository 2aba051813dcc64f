import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { parsePostFile } from "../../src/pull-request/post-file.ts";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { type Flow, startFlow } from "../support/flow.ts";
import { listAnswers, listPullRequests } from "../support/look.ts";

/** A drafted pull request, ready to be merged. */
async function startDrafted(t: TestContext, options: { hasLinkedIn?: boolean } = {}) {
  const flow = await startFlow(t, {
    files: demoFiles,
    hasLinkedIn: options.hasLinkedIn ?? true,
  });
  const { number } = await flow.command(demoIssue);
  await flow.ended("draft");
  const [pullRequest] = await listPullRequests(flow);
  assert.ok(pullRequest);
  const file = `site/content/blog/${pullRequest.head.ref.slice("blog/".length)}.md`;
  const read = async () =>
    parsePostFile((await flow.sandbox.as("editor").readFile(flow.name, file, pullRequest.head.ref)) ?? "");
  return { flow, issue: number, pullRequest, file, read };
}

async function merge(flow: Flow, number: number, count = 1): Promise<void> {
  await flow.sandbox.as("editor").setDraft(flow.name, number, false);
  await flow.sandbox.as("editor").mergePullRequest(flow.name, number);
  await flow.ended("close", count);
}

test("merging puts one post on LinkedIn, as it was read in review, and says where", async (t) => {
  const { flow, issue, pullRequest, read } = await startDrafted(t);
  const { data } = await read();
  assert.match(pullRequest.body, /Galley will post the LinkedIn text below and link to the page\./);
  assert.ok(pullRequest.body.includes(`\`\`\`text\n${data.linkedin}\n\`\`\``));
  await merge(flow, pullRequest.number);
  const [post, ...more] = flow.sandbox.linkedin.posts();
  assert.equal(more.length, 0);
  assert.equal(post?.rendered, data.linkedin);
  assert.equal(post?.article?.title, data.title);
  assert.match(String(post?.article?.source), /^https:\/\/night-shift\.example\/blog\/[a-z0-9-]+\/$/);
  const said = `#${pullRequest.number} is merged: the post is published with the site's next build. The announcement is on LinkedIn: https://www.linkedin.com/feed/update/${post?.urn}/`;
  assert.equal((await listAnswers(flow, issue)).at(-1), said);
  assert.equal((await listAnswers(flow, pullRequest.number)).at(-1), said);
});

test("a merge that is delivered twice posts once", async (t) => {
  const { flow, pullRequest } = await startDrafted(t);
  await merge(flow, pullRequest.number);
  const closed = flow.sandbox
    .deliveries()
    .findLast(({ event, action }) => event === "pull_request" && action === "closed");
  assert.ok(closed);
  await flow.sandbox.redeliver(closed.guid);
  await flow
    .app()
    .waitFor(({ msg, outcome }) => msg === "Took in a change of a pull request" && outcome === "duplicate");
  assert.equal(flow.sandbox.linkedin.posts().length, 1);
});

test("a pull request whose body was written anew is published all the same", async (t) => {
  const { flow, pullRequest } = await startDrafted(t);
  const path = `/repos/${flow.name}/pulls/${pullRequest.number}`;
  const { status } = await flow.sandbox.as("editor").request("PATCH", path, { body: "Our own words." });
  assert.equal(status, 200);
  await merge(flow, pullRequest.number);
  assert.match((await listAnswers(flow, pullRequest.number)).at(-1) ?? "", /The announcement is on LinkedIn/);
  assert.equal(flow.sandbox.linkedin.posts().length, 1);
});

const remembered =
  "select issue_number::int as issue, sources, angle, discarded_by as person from galley.discard";

test("closing discards: the branch goes, the issue hears of it, and /draft begins anew", async (t) => {
  const { flow, issue, pullRequest } = await startDrafted(t);
  await flow.sandbox.as("editor").setPullRequestState(flow.name, pullRequest.number, "closed");
  await flow.ended("close");
  assert.equal(
    (await listAnswers(flow, issue)).at(-1),
    `The draft #${pullRequest.number} was closed without merging, and Galley remembers that. Its branch is deleted. Write \`/draft\` for another one.`,
  );
  const path = `/repos/${flow.name}/git/ref/heads/${pullRequest.head.ref}`;
  assert.equal((await flow.sandbox.as("editor").request("GET", path)).status, 404);
  assert.equal(flow.sandbox.linkedin.posts().length, 0);
  assert.deepEqual(await flow.readRows(remembered), [
    {
      issue,
      sources: [
        "interviews/2026-03-23-restore-drills.md",
        "calls/2026-04-02 recovery estimates.vtt",
        "Editorial/Public Voice - Point of View.md",
      ],
      angle:
        "A recovery time is a promise about people, and only a rehearsed restore measures it. The post rests on 9 passages from Tomasz Brandt and Jonas Weil.",
      person: "editor",
    },
  ]);
});

test("a pull request that is opened again is no discard any more", async (t) => {
  const { flow, pullRequest } = await startDrafted(t);
  const editor = flow.sandbox.as("editor");
  // A person's commit keeps the branch: without one, nothing could be opened again.
  await editor.writeFile(flow.name, "note.md", "Mine.", pullRequest.head.ref);
  await editor.setPullRequestState(flow.name, pullRequest.number, "closed");
  await flow.ended("close");
  await editor.setPullRequestState(flow.name, pullRequest.number, "open");
  await flow.ended("close", 2);
  assert.deepEqual(await flow.readRows(remembered), []);
});

test("a branch with a person's commit on it is never deleted", async (t) => {
  const { flow, issue, pullRequest, file } = await startDrafted(t);
  await flow.sandbox.as("editor").writeFile(flow.name, file, "Mine now.", pullRequest.head.ref);
  await flow.sandbox.as("editor").setPullRequestState(flow.name, pullRequest.number, "closed");
  await flow.ended("close");
  assert.match(
    (await listAnswers(flow, issue)).at(-1) ?? "",
    /Its branch stays, because somebody else's commits are on it\./,
  );
  assert.equal(await flow.sandbox.as("editor").readFile(flow.name, file, pullRequest.head.ref), "Mine now.");
});

test("without LinkedIn the merge says so, with the text ready to copy", async (t) => {
  const { flow, pullRequest, read } = await startDrafted(t, { hasLinkedIn: false });
  const { data } = await read();
  await merge(flow, pullRequest.number);
  assert.equal(
    (await listAnswers(flow, pullRequest.number)).at(-1),
    `#${pullRequest.number} is merged: the post is published with the site's next build. Nothing is sent to LinkedIn: LinkedIn is not connected. The text is ready to copy:\n\n\`\`\`text\n${data.linkedin}\n\`\`\``,
  );
});
