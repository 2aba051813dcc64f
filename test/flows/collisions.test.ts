import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { demoFiles } from "../support/fixtures.ts";
import { type Flow, startFlow } from "../support/flow.ts";
import { listAnswers, listPullRequests } from "../support/look.ts";

const interview = demoFiles["interviews/2026-03-23-restore-drills.md"] ?? "";
const issue = { title: "Restore drills", body: "`talk.md`" };
const undated = 'content: { filename: "{slug}.md" }\nbranch: "blog/{slug}"\n';

type Interceptor = Parameters<Flow["sandbox"]["intercept"]>[0];

/** Does something once, when a request of this operation reaches this moment. */
function onceAt(
  flow: Flow,
  operation: string,
  moment: "before" | "acted",
  act: () => ReturnType<Interceptor>,
): void {
  const leave = flow.sandbox.intercept(async (at) => {
    if (at.moment !== moment || !at.request.operation.startsWith(`${operation} (`)) return undefined;
    leave();
    return await act();
  });
}

async function listOpen(flow: Flow) {
  return (await listPullRequests(flow)).filter(({ state }) => state === "open");
}

test("a branch that a person makes in the last moment stays theirs, and the draft takes the next name", async (t) => {
  const flow = await startFlow(t, { files: { "talk.md": interview, ".github/galley.yml": undated } });
  const editor = flow.sandbox.as("editor");
  onceAt(flow, "Open", "before", async () => {
    const { gitDirectory, headOid } = flow.repository;
    execFileSync("git", [
      `--git-dir=${gitDirectory}`,
      "update-ref",
      "refs/heads/blog/restore-drills",
      headOid,
    ]);
    await editor.writeFile(flow.name, "mine.md", "A person's work.", "blog/restore-drills");
    return undefined;
  });
  const { number } = await flow.command(issue);
  await flow.ended("draft");
  const [pullRequest, ...more] = await listOpen(flow);
  assert.equal(more.length, 0);
  assert.equal(pullRequest?.head.ref, "blog/restore-drills-2");
  assert.deepEqual(await listAnswers(flow, number), [
    `The draft is ready to be read and edited: #${pullRequest?.number}.`,
  ]);
  assert.equal(await editor.readFile(flow.name, "mine.md", "blog/restore-drills"), "A person's work.");
});

test("however many posts of that name there are, none is written over", async (t) => {
  const posts = ["", "-2", "-3"].map((end) => [`content/blog/restore-drills${end}.md`, `Post${end}.`]);
  const flow = await startFlow(t, {
    files: { "talk.md": interview, ".github/galley.yml": undated, ...Object.fromEntries(posts) },
  });
  const { number } = await flow.command(issue);
  await flow.ended("draft");
  const [pullRequest, ...more] = await listOpen(flow);
  assert.equal(more.length, 0);
  assert.equal(pullRequest?.head.ref, "blog/restore-drills-4");
  assert.deepEqual(await listAnswers(flow, number), [
    `The draft is ready to be read and edited: #${pullRequest?.number}.`,
  ]);
  for (const [path = "", text] of posts) {
    assert.equal(await flow.sandbox.as("editor").readFile(flow.name, path, pullRequest?.head.ref), text);
  }
});

test("a lost answer does not leave a draft open over somebody's post", async (t) => {
  const flow = await startFlow(t, {
    files: { "talk.md": interview, ".github/galley.yml": undated, "content/blog/restore-drills.md": "Mine." },
  });
  onceAt(flow, "Open", "acted", () => "drop");
  await flow.command(issue);
  await flow.ended("draft");
  const [pullRequest, ...more] = await listOpen(flow);
  assert.equal(more.length, 0);
  assert.equal(pullRequest?.head.ref, "blog/restore-drills-2");
  const post = await flow.sandbox
    .as("editor")
    .readFile(flow.name, "content/blog/restore-drills.md", pullRequest?.head.ref);
  assert.equal(post, "Mine.");
});

test("two drafts asked for at once end in one pull request, whichever of them stumbles", async (t) => {
  const flow = await startFlow(t, { files: { "talk.md": interview } });
  let drops = 2;
  flow.sandbox.intercept(({ request, moment }) => {
    const isHit = drops > 0 && moment === "acted" && request.operation.startsWith("Open (");
    if (isHit) drops -= 1;
    return isHit ? "drop" : undefined;
  });
  const { number } = await flow.command(issue);
  await flow.sandbox.as("editor").comment(flow.name, number, "/draft");
  await flow.ended("draft", 2);
  assert.equal((await listPullRequests(flow)).length, 1);
  const answers = await listAnswers(flow, number);
  assert.equal(answers.length, 2);
  assert.equal(answers.filter((answer) => answer.startsWith("The draft is ready")).length, 1);
});
