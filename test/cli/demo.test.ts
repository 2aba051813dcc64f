import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { parsePostFile } from "../../src/pull-request/post-file.ts";
import { demoFiles } from "../support/fixtures.ts";

const program = fileURLToPath(new URL("../../src/cli/demo.ts", import.meta.url));

async function run(folder: string, ...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, TMPDIR: tmpdir(), INIT_CWD: folder },
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
  timings: z.record(z.string(), z.int()),
});

test("the demo ends with the pull request, the post and five requests as one object", async () => {
  const { status, stdout, stderr } = await run(tmpdir(), "--json");
  assert.equal(status, 0, stderr);
  const { pullRequest, post, github } = Result.parse(JSON.parse(stdout));
  assert.equal(github.length, 5);
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
