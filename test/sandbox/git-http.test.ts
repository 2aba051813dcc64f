import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { installHooks } from "../../src/sandbox/github/git-http/hooks.ts";
import { address, commitFile, makeFolder, person } from "./git-client.ts";
import { ask, createBlog, fsck, open3, openBlog, openVariables, takeToken } from "./support.ts";

test("a person clones the draft's branch and pushes to it: the pull request follows, and is told", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  sandbox.setWebhookUrl("http://127.0.0.1:9/");
  const opened = await ask(sandbox, token, open3, openVariables(blog));
  const head = opened.data.createPullRequest.pullRequest.headRefOid;
  const folder = await makeFolder(context);
  const from = address(sandbox, "maya:ghu_maya");
  await person(folder, "clone", "-q", "--branch", "blog/a-talk", from, "clone");
  const clone = join(folder, "clone");
  assert.equal((await person(clone, "rev-parse", "HEAD")).trim(), head);
  await commitFile(clone, "edited.md");
  await person(clone, "push", "-q", "origin", "HEAD:blog/a-talk", "HEAD:refs/heads/other");
  const after = (await person(clone, "rev-parse", "HEAD")).trim();
  await sandbox.deliveriesSettled();
  const told = sandbox.deliveries().slice(-3);
  assert.deepEqual(
    told
      .map(({ event, action, payload }) => [event, action, payload.before, payload.after, payload.ref])
      .toSorted((left, right) => String(left).localeCompare(String(right))),
    [
      ["pull_request", "synchronize", head, after, undefined],
      ["push", undefined, "0".repeat(40), after, "refs/heads/other"],
      ["push", undefined, head, after, "refs/heads/blog/a-talk"],
    ],
  );
  const senders = told.map(({ payload }) => (payload.sender as { login: string }).login);
  assert.deepEqual(senders, ["maya", "maya", "maya"]);
  const pull = await sandbox.as("maya").request("GET", "/repos/acme/blog/pulls/1");
  assert.equal((pull.body as { head: { sha: string } }).head.sha, after);
  assert.equal((pull.body as { commits: number }).commits, 2);
  assert.equal(fsck(blog), "");
  assert.deepEqual(
    [...new Set(sandbox.requests().map(({ operation }) => operation))].filter((one) =>
      one.startsWith("git/"),
    ),
    ["git/upload-pack", "git/receive-pack"],
  );
});

test("nobody pushes without the right to, and nobody clones what cannot be seen", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  await createBlog(sandbox, { name: "secret", private: true });
  const folder = await makeFolder(context);
  await person(folder, "clone", "-q", `${sandbox.url}/acme/blog`, "clone");
  const clone = join(folder, "clone");
  await commitFile(clone, "edited.md");
  const push = (who: string) => person(clone, "push", "-q", address(sandbox, who), "HEAD:refs/heads/mine");
  await assert.rejects(push("stranger:ghu_stranger"), /403/);
  await assert.rejects(push("x:ghs_wrong"), /Authentication failed/);
  await assert.rejects(person(clone, "push", "-q", `${sandbox.url}/acme/blog`, "HEAD:x"), /could not read/);
  const reader = await takeToken(sandbox, blog.installationId, { contents: "read" });
  await assert.rejects(push(`x-access-token:${reader}`), /403/);
  const look = (who: string) => person(folder, "ls-remote", address(sandbox, who, "secret"));
  await assert.rejects(look("stranger:ghu_stranger"), /not found/i);
  assert.match(await look(`x-access-token:${token}`), /refs\/heads\/main/);
  sandbox.life.archive("acme", "blog");
  await assert.rejects(push("maya:ghu_maya"), /403/);
  sandbox.life.unarchive("acme", "blog");
  await push("maya:ghu_maya");
});

test("a protected branch takes no push, in git's own words", async (context) => {
  const { sandbox } = await openBlog(context, { protectedBranches: ["main", "release/*"] });
  const folder = await makeFolder(context);
  await person(folder, "clone", "-q", address(sandbox, "maya:ghu_maya"), "clone");
  const clone = join(folder, "clone");
  await commitFile(clone, "edited.md");
  await assert.rejects(
    person(clone, "push", "-q", "origin", "HEAD:main"),
    /GH013: Repository rule violations found for refs\/heads\/main\.[\s\S]*- Changes must be made through a pull request\./,
  );
  await person(clone, "push", "-q", "origin", "HEAD:free");
  assert.match(await person(clone, "ls-remote", "origin"), /refs\/heads\/free/);
});

test("after a rename the old address leads to the new one", async (context) => {
  const { sandbox, blog } = await openBlog(context);
  sandbox.life.rename("acme", "blog", "journal");
  const folder = await makeFolder(context);
  const refs = await person(folder, "ls-remote", `${sandbox.url}/acme/blog.git`, "refs/heads/main");
  assert.equal(refs, `${blog.headOid}\trefs/heads/main\n`);
});

test("a branch without any history in common: none is merged, and a pull request that was pushed over still shows", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  await ask(sandbox, token, open3, openVariables(blog));
  const folder = await makeFolder(context);
  await person(folder, "clone", "-q", address(sandbox, "maya:ghu_maya"), "clone");
  const clone = join(folder, "clone");
  await person(clone, "checkout", "-q", "--orphan", "fresh");
  await commitFile(clone, "fresh.md");
  await person(clone, "push", "-q", "--force", "origin", "HEAD:fresh", "HEAD:blog/a-talk");
  const opened = await sandbox.as("maya").request("POST", "/repos/acme/blog/pulls", {
    title: "Fresh",
    head: "fresh",
    base: "main",
  });
  assert.equal(opened.status, 422);
  assert.match(JSON.stringify(opened.body), /The fresh branch has no history in common with main/);
  const pull = await sandbox.as("maya").request("GET", "/repos/acme/blog/pulls/1");
  assert.equal((pull.body as { changed_files: number }).changed_files, 1);
  assert.equal((await fetch(`${sandbox.url}/acme/blog/pull/1`)).status, 200);
});

test("a hook is complete whenever a push looks at it", async (context) => {
  const folder = await makeFolder(context);
  const hook = join(await installHooks(folder), "update");
  const whole = await readFile(hook, "utf8");
  const installing = Promise.all(Array.from({ length: 20 }, () => installHooks(folder)));
  const seen = await Promise.all(Array.from({ length: 200 }, () => readFile(hook, "utf8")));
  await installing;
  assert.deepEqual(new Set(seen), new Set([whole]));
});
