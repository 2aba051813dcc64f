import assert from "node:assert/strict";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { Webhooks } from "@octokit/webhooks";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { address, commitFile, makeFolder, person } from "../sandbox/git-client.ts";
import { ask, fsck, git, open3, openBlog, openVariables } from "../sandbox/support.ts";

type Arrived = { body: string; signature: string; event: string };

/** Takes deliveries as the App's own server would: the bytes and the header. */
async function listen(context: TestContext, sandbox: Sandbox): Promise<Arrived[]> {
  const arrived: Arrived[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = await Array.fromAsync(request);
    const header = (name: string) => String(request.headers[name] ?? "");
    arrived.push({
      body: Buffer.concat(chunks).toString(),
      signature: header("x-hub-signature-256"),
      event: header("x-github-event"),
    });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.after(() => server.close());
  sandbox.setWebhookUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return arrived;
}

/** A draft, an edit pushed by a person, and each way of merging; what a repository of this host goes through. */
async function live(context: TestContext) {
  const opened = await openBlog(context, {
    autoDeleteHead: true,
    files: [
      { path: "notes/a talk.md", text: "Maya: hello\n" },
      { path: "notes/über.md", text: "ü\n" },
      { path: "notes/link.md", text: "a talk.md", mode: "120000" },
      { path: "run.sh", text: "#!/bin/sh\n", mode: "100755" },
      { path: "theme", text: "1".repeat(40), mode: "160000" },
    ],
  });
  const { sandbox, blog, token } = opened;
  const arrived = await listen(context, sandbox);
  const folder = await makeFolder(context);
  const methods = ["merge", "squash", "rebase"] as const;
  for (const [index, method] of methods.entries()) {
    const branch = `blog/${method}`;
    const look = `{ repository(owner: "acme", name: "blog") { defaultBranchRef { target { oid } } } }`;
    const base = (await ask(sandbox, token, look)).data.repository.defaultBranchRef.target.oid;
    const additions = [{ path: `${method}.md`, contents: Buffer.from(`# ${method}\n`).toString("base64") }];
    const answer = await ask(sandbox, token, open3, { ...openVariables(blog, branch), base, additions });
    assert.equal(answer.errors, undefined);
    await person(folder, "clone", "-q", "--branch", branch, address(sandbox, "maya:ghu_maya"), method);
    await commitFile(join(folder, method), `${method}-edit.md`);
    await person(join(folder, method), "push", "-q", "origin", `HEAD:${branch}`);
    await sandbox.as("maya").setDraft("acme/blog", index + 1, false);
    await sandbox.as("maya").mergePullRequest("acme/blog", index + 1, method);
  }
  await sandbox.deliveriesSettled();
  return { ...opened, arrived, folder };
}

test("git finds nothing wrong, clones what was merged, and takes what is pushed", async (context) => {
  const { sandbox, blog, folder } = await live(context);
  assert.equal(fsck(blog), "");
  await person(folder, "clone", "-q", `${sandbox.url}/acme/blog.git`, "after");
  const clone = join(folder, "after");
  await person(clone, "fsck", "--strict");
  const paths = (await person(clone, "-c", "core.quotePath=false", "ls-files")).trim().split("\n");
  assert.deepEqual(paths, [
    "merge-edit.md",
    "merge.md",
    "notes/a talk.md",
    "notes/link.md",
    "notes/über.md",
    "rebase-edit.md",
    "rebase.md",
    "run.sh",
    "squash-edit.md",
    "squash.md",
    "theme",
  ]);
  const subjects = (await person(clone, "log", "--first-parent", "--format=%s")).trim().split("\n");
  assert.deepEqual(subjects, [
    "Write rebase-edit.md",
    "Draft: a talk",
    "A talk (#2)",
    "Merge pull request #1 from acme/blog/merge",
    "First commit",
  ]);
  // The heads of what was merged are gone.
  assert.equal(git(blog, "for-each-ref", "--format=%(refname)"), "refs/heads/main\n");
  context.diagnostic(
    `3 merges, ${paths.length} paths, ${git(blog, "rev-list", "--all", "--count").trim()} commits`,
  );
});

test("every delivery is signed so that @octokit/webhooks accepts its bytes", async (context) => {
  const { sandbox, arrived } = await live(context);
  const events = new Set(arrived.map(({ event }) => event));
  assert.deepEqual([...events].toSorted(), ["pull_request", "push"]);
  const webhooks = new Webhooks({ secret: sandbox.app.webhookSecret });
  for (const { body, signature, event } of arrived) assert.ok(await webhooks.verify(body, signature), event);
  context.diagnostic(`${arrived.length} deliveries verified`);
});

test("negative control: a delivery with another byte, or under another secret, is not accepted", async (context) => {
  const { sandbox } = await openBlog(context);
  const arrived = await listen(context, sandbox);
  await sandbox.as("maya").writeFile("acme/blog", "x.md", "x");
  await sandbox.deliveriesSettled();
  const [{ body, signature } = { body: "", signature: "" }] = arrived;
  const webhooks = new Webhooks({ secret: sandbox.app.webhookSecret });
  assert.equal(await webhooks.verify(body, signature), true);
  const changed = body.replace('"acme', '"acma');
  assert.notEqual(changed, body);
  assert.equal(await webhooks.verify(changed, signature), false);
  assert.equal(await new Webhooks({ secret: "development" }).verify(body, signature), false);
});

test("negative control: fsck finds an object with a flipped byte, and a clone of it fails", async (context) => {
  const { sandbox, blog } = await openBlog(context);
  assert.equal(fsck(blog), "");
  const oid = git(blog, "rev-parse", "main:notes/a talk.md").trim();
  const path = join(blog.gitDirectory, "objects", oid.slice(0, 2), oid.slice(2));
  const bytes = await readFile(path);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 0xff;
  await chmod(path, 0o644);
  await writeFile(path, bytes);
  assert.throws(() => fsck(blog), /corrupt|incorrect|inflate|unable to unpack/i);
  const folder = await makeFolder(context);
  await assert.rejects(person(folder, "clone", "-q", `${sandbox.url}/acme/blog.git`, "broken"));
});

test("negative control: a push of a tree that no strict git takes is refused", async (context) => {
  const { sandbox, blog } = await openBlog(context);
  const folder = await makeFolder(context);
  await person(folder, "clone", "-q", address(sandbox, "maya:ghu_maya"), "clone");
  const clone = join(folder, "clone");
  const blob = git(blog, "rev-parse", "main:notes/a talk.md").trim();
  await writeFile(
    join(clone, "tree"),
    Buffer.concat([Buffer.from("100644 .git\0"), Buffer.from(blob, "hex")]),
  );
  const tree = (await person(clone, "hash-object", "-t", "tree", "--literally", "-w", "tree")).trim();
  const commit = (await person(clone, "commit-tree", tree, "-m", "Bad")).trim();
  await assert.rejects(person(clone, "push", "-q", "origin", `${commit}:refs/heads/bad`), /hasDotgit/);
  assert.equal(git(blog, "for-each-ref", "--format=%(refname)"), "refs/heads/main\n");
});
