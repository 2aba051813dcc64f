import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { demoScript } from "../../src/cli/demo-script.ts";
import { parsePostFile } from "../../src/pull-request/post-file.ts";
import { checkRecord } from "../support/check-record.ts";
import { demoFiles } from "../support/fixtures.ts";

const program = fileURLToPath(new URL("../../src/cli/demo.ts", import.meta.url));

/** Runs the demo; what passes between its app and its sandbox is held to the vendors' contracts. */
async function run(folder: string, ...args: string[]) {
  const notes = mkdtempSync(join(tmpdir(), "demo-record-"));
  const record = join(notes, "record.jsonl");
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, TMPDIR: tmpdir(), INIT_CWD: folder, SANDBOX_RECORD: record },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  await once(child, "close");
  if (existsSync(record)) checkRecord(record);
  rmSync(notes, { recursive: true });
  return { status: child.exitCode, stdout, stderr };
}

const Result = z.object({
  pullRequest: z.object({
    number: z.int(),
    title: z.string(),
    body: z.string(),
    branch: z.string(),
    file: z.string(),
    draft: z.literal(true),
    labels: z.array(z.string()),
  }),
  post: z.string(),
  github: z.array(z.object({ method: z.string(), path: z.string(), operation: z.string() })),
  pullRequests: z.literal(1),
  tokens: z.object({ prompt: z.int(), completion: z.int() }),
  timings: z.record(z.string(), z.int()),
});

test("the demo ends with the pull request, the post and five requests as one object", async () => {
  const { status, stdout, stderr } = await run(tmpdir(), "--json");
  assert.equal(status, 0, stderr);
  const { pullRequest, post, github, tokens } = Result.parse(JSON.parse(stdout));
  assert.equal(github.length, 5);
  assert.deepEqual(tokens, { prompt: 0, completion: 0 });
  assert.deepEqual(pullRequest.labels, ["blog-draft"]);
  const parts = [
    "📝 **Blog Draft — The Night Shift**",
    "**Hook:** ",
    "**Angle:** ",
    "**Source material:** ",
    "\n---\n",
    `Draft is in \`${pullRequest.file}\`. Edit directly on this branch or merge as-is.`,
    "**To publish:** merge this PR. ",
    "**To discard:** close without merging.",
  ];
  const places = parts.map((part) => pullRequest.body.indexOf(part));
  assert.ok(
    places.every((place) => place >= 0),
    JSON.stringify(places),
  );
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  const { data, markdown } = parsePostFile(post);
  assert.equal(data.title, pullRequest.title);
  assert.match(markdown, /^> .+\n> — /m);
  assert.match(stderr, /robin comments on issue #1/);
});

test("the demo plays over a person's own folder and issue, and says what it could not read", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "galley-own-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "repository", "talks"), { recursive: true });
  const interview = demoFiles["interviews/2026-03-23-restore-drills.md"] ?? "";
  writeFileSync(join(folder, "repository", "talks", "über restores.md"), interview);
  writeFileSync(
    join(folder, "idea.md"),
    "What a restore drill teaches\n\ntalks/über restores.md; `talks/gone.md`\n",
  );
  const { status, stdout, stderr } = await run(folder, "--repository", "repository", "--issue", "idea.md");
  assert.equal(status, 0, stderr);
  assert.match(stdout, /not read: `talks\/gone\.md`: there is no such file/);
  assert.match(stdout, /Draft pull request #2: What a restore drill teaches/);
});

test("the demo needs both a repository and an issue", async () => {
  const { status, stderr } = await run(tmpdir(), "--repository", ".");
  assert.equal(status, 2);
  assert.match(stderr, /^galley: --repository and --issue go together/);
});

test("the demo's scripted model writes its whole script, and the object says what it cost", async () => {
  const { status, stdout, stderr } = await run(tmpdir(), "--json", "--model", "scripted");
  assert.equal(status, 0, stderr);
  const { post, pullRequest, github, tokens } = Result.parse(JSON.parse(stdout));
  assert.equal(github.length, 5);
  assert.equal(pullRequest.title, demoScript.title);
  const { markdown } = parsePostFile(post);
  for (const { heading, paragraphs } of demoScript.sections) {
    assert.match(markdown, new RegExp(`^## ${heading}$`, "m"));
    for (const { claims, quote } of paragraphs) {
      for (const { text } of claims) assert.ok(markdown.includes(text), text);
      assert.ok(quote === null || markdown.includes(quote), quote ?? "");
    }
  }
  assert.ok(tokens.prompt > 1000 && tokens.completion > 100, JSON.stringify(tokens));
});

test("a model that obeys a transcript is stopped, and the demo shows by what", async () => {
  const { status, stdout, stderr } = await run(tmpdir(), "--json", "--model", "obeys-injection");
  assert.equal(status, 0, stderr);
  const { misbehaviour, broken, visiblePosts } = JSON.parse(stdout);
  assert.deepEqual([misbehaviour.gotThrough, broken, visiblePosts], [[], [], 1]);
  const steps = misbehaviour.sentBack.map(({ step }: { step: string }) => step);
  assert.deepEqual(steps, ["plan", "section 1", "announcement"]);
  assert.match(
    stderr,
    /The model does what a line of a transcript orders.+\n.+went back to the model:\n(?:.+\n)*?.+web address/,
  );
  assert.match(stderr, /The guard held: nothing of it is where it must not be/);
});

test("the demo's model is one of a list, and the scripted ones know only the demo's repository", async () => {
  const unknown = await run(tmpdir(), "--model", "gpt");
  assert.equal(unknown.status, 2);
  assert.match(
    unknown.stderr,
    /^galley: --model is one of extractive, scripted, invents-quotes, leaks-name,/,
  );
  const own = await run(tmpdir(), "--model", "scripted", "--repository", ".", "--issue", "idea.md");
  assert.equal(own.status, 2);
  assert.match(
    own.stderr,
    /^galley: --model scripted knows only the demo's own repository: leave out --repo/,
  );
});

test("an answer that is lost after the pull request was opened leaves one pull request and one post", async () => {
  const fault = "github:createPullRequest:lost-answer";
  const { status, stdout, stderr } = await run(tmpdir(), "--json", "--seed", "7", "--fault", fault);
  assert.equal(status, 0, stderr);
  const { pullRequests, visiblePosts, broken, faults } = JSON.parse(stdout);
  assert.deepEqual([pullRequests, visiblePosts, broken, faults[0].met], [1, 1, [], 1]);
  assert.match(stderr, /It went wrong as asked: github:createPullRequest:lost-answer:1/);
});

test("a fault that does not exist is answered with those that do", async () => {
  const { status, stderr } = await run(tmpdir(), "--fault", "linkedin:createPots:delay");
  assert.equal(status, 2);
  assert.equal(
    stderr,
    'galley: `linkedin:createPots:delay`: there is no operation of linkedin called "createPots". There is: *, createPost, initializeUpload, getUserinfo.\n',
  );
});
