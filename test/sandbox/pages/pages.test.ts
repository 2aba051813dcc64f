import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { type TestContext, test } from "node:test";
import { promisify } from "node:util";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { ask, createBlog, open3, openBlog, openSandbox, openVariables, send } from "../support.ts";

type Visit = { form?: Record<string, string>; person?: string; origin?: string };

/** Opens a page as a browser would, without following where it leads. */
async function visit(sandbox: Sandbox, path: string, { form, person, origin }: Visit = {}) {
  const response = await fetch(`${sandbox.url}${path}`, {
    redirect: "manual",
    headers: {
      ...(person === undefined ? {} : { cookie: `person=${person}` }),
      ...(origin === undefined ? {} : { origin }),
    },
    ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
  });
  return {
    status: response.status,
    location: response.headers.get("location"),
    policy: response.headers.get("content-security-policy") ?? "",
    text: await response.text(),
  };
}

/** A draft of the App, with an issue before it: #1 and #2. */
async function openDraft(context: TestContext) {
  const { sandbox, blog, token } = await openBlog(context);
  await sandbox.as("maya").openIssue("acme/blog", { title: "A talk", body: "See #2." });
  await ask(sandbox, token, open3, openVariables(blog));
  return { sandbox, blog, token };
}

test("nothing that somebody writes becomes a script, a style or a request elsewhere", async (context) => {
  const sandbox = await openSandbox(context);
  await createBlog(sandbox);
  const hostile = [
    "<script>alert(1)</script>",
    '<img src="x" onerror="alert(1)">',
    "[x](javascript:alert(1))",
    '<p style="color: red" onclick="alert(1)">fine</p>',
    "<iframe src='https://elsewhere.example'></iframe>",
    "<details><summary>More</summary>kept</details>",
  ].join("\n\n");
  const title = "<b>A</b> talk";
  await sandbox.as("maya").openIssue("acme/blog", { title, body: hostile });
  const { text, policy } = await visit(sandbox, "/acme/blog/issues/1");
  assert.doesNotMatch(text, /<script|onerror|onclick|javascript:|<iframe|style=|<b>A/);
  assert.match(text, /<details><summary>More<\/summary>kept<\/details>/);
  assert.match(text, /&lt;b&gt;A&lt;\/b&gt; talk/);
  assert.match(policy, /^default-src 'none'; style-src 'self'; img-src 'self' data:;/);
  for (const [, address = ""] of text.matchAll(/<(?:link|img)[^>]* (?:href|src)="([^"]*)"/g))
    assert.match(address, /^(?:\/(?!\/)|data:|x$)/);
});

test("a comment is written as the person whom the visitor plays, and the page looks for the answer", async (context) => {
  const { sandbox } = await openDraft(context);
  const path = "/acme/blog/issues/1";
  const first = await visit(sandbox, path, { form: { do: "comment", body: "/draft" } });
  assert.deepEqual([first.status, first.location], [302, `${path}?look=0#end`]);
  await visit(sandbox, path, { form: { do: "comment", body: "me too" }, person: "zoe" });
  const comments = await sandbox.as("maya").comments("acme/blog", 1);
  assert.deepEqual(
    comments.map(({ login, body }) => `${login}: ${body}`),
    ["maya: /draft", "zoe: me too"],
  );
  const looking = await visit(sandbox, `${path}?look=0`);
  assert.match(looking.text, /http-equiv="refresh" content="2; url=\/acme\/blog\/issues\/1\?look=1#end"/);
  // Who did not ask for it keeps a page that stays as it is.
  assert.doesNotMatch((await visit(sandbox, path)).text, /http-equiv="refresh"/);
  assert.match(looking.text, /<a href="\/acme\/blog\/issues\/2">#2<\/a>/);
});

test("a pull request shows what it changes, and is made ready, merged and read in the file", async (context) => {
  const { sandbox } = await openDraft(context);
  const path = "/acme/blog/pull/2";
  const draft = await visit(sandbox, path);
  assert.match(draft.text, /content\/blog\/a-talk\.md[\s\S]*class="added"[\s\S]*# A talk/);
  assert.doesNotMatch(draft.text, /Merge pull request/);
  assert.equal((await visit(sandbox, path, { form: { do: "merge" } })).status, 422);
  await visit(sandbox, path, { form: { do: "ready" } });
  assert.match((await visit(sandbox, path)).text, /value="merge">Merge pull request/);
  await visit(sandbox, path, { form: { do: "merge", method: "squash" } });
  assert.match((await visit(sandbox, path)).text, /<strong>Merged\.<\/strong> maya merged/);
  assert.match(
    (await visit(sandbox, "/acme/blog/blob/main/content/blog/a-talk.md")).text,
    /<h1>A talk<\/h1>/,
  );
  const lines = await visit(sandbox, "/acme/blog/blob/main/content/blog/a-talk.md?plain=1&lines=1-1");
  assert.match(lines.text, /<tr id="L1" class="marked">/);
});

test("what was pushed since somebody looked is not merged unseen, and closing can be taken back", async (context) => {
  const { sandbox } = await openDraft(context);
  const path = "/acme/blog/pull/2";
  await visit(sandbox, path, { form: { do: "ready" } });
  const [, seen = ""] = /name="seen" value="(\w+)"/.exec((await visit(sandbox, path)).text) ?? [];
  await sandbox.as("maya").writeFile("acme/blog", "late.md", "late\n", "blog/a-talk");
  const refused = await visit(sandbox, path, { form: { do: "merge", method: "squash", seen } });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /GitHub refused:<\/strong> Head branch was modified/);
  await visit(sandbox, path, { form: { do: "close" } });
  assert.match((await visit(sandbox, path)).text, /Closed<\/strong> without merging/);
  await visit(sandbox, path, { form: { do: "reopen" } });
  assert.match((await visit(sandbox, path)).text, /value="merge">Merge pull request/);
});

test("who may only read finds no buttons, and what they send anyway is refused", async (context) => {
  const { sandbox } = await openDraft(context);
  const path = "/acme/blog/pull/2";
  const page = await visit(sandbox, path, { person: "zoe" });
  assert.doesNotMatch(page.text, /value="(?:ready|merge|close)"/);
  const refused = await visit(sandbox, path, { person: "zoe", form: { do: "close" } });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /role="alert"><strong>GitHub refused:<\/strong> Must have push access/);
});

test("the pencil commits to the branch, and not over what somebody else committed since", async (context) => {
  const { sandbox } = await openDraft(context);
  const path = "/acme/blog/edit/blog%2Fa-talk/content/blog/a-talk.md";
  const page = await visit(sandbox, path);
  const [, sha = ""] = /name="sha" value="(\w+)"/.exec(page.text) ?? [];
  const saved = await visit(sandbox, path, { form: { sha, text: "# Another\r\n" } });
  assert.deepEqual([saved.status, saved.location], [302, "/acme/blog/pull/2#files"]);
  assert.equal(
    await sandbox.as("maya").readFile("acme/blog", "content/blog/a-talk.md", "blog/a-talk"),
    "# Another\n",
  );
  assert.equal((await visit(sandbox, path, { form: { sha, text: "late" } })).status, 422);
});

test("a form of another site is refused, and a way back leads nowhere else", async (context) => {
  const { sandbox } = await openDraft(context);
  const form = { do: "comment", body: "/draft" };
  const foreign = await visit(sandbox, "/acme/blog/issues/1", { form, origin: "https://elsewhere.example" });
  assert.equal(foreign.status, 403);
  assert.deepEqual(await sandbox.as("maya").comments("acme/blog", 1), []);
  const own = await visit(sandbox, "/acme/blog/issues/1", { form, origin: sandbox.url });
  assert.equal(own.status, 302);
  for (const back of ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"]) {
    const { location } = await visit(sandbox, "/switch-person", { form: { login: "zoe", back } });
    assert.equal(location, "/", back);
  }
});

test("an address that leads to nothing is said to lead to nothing", async (context) => {
  const sandbox = await openSandbox(context);
  await createBlog(sandbox);
  for (const path of [
    "/acme/nothing",
    "/acme/blog/issues/9",
    "/acme/blog/pull/1",
    "/acme/blog/blob/main/none",
    "/acme/blog/blob/%E0%A4%A/none",
    "/acme/blog/edit/main/none",
    "/acme/blog/edit/main/notes",
    "/acme/blog/edit/%E0%A4%A/none",
  ])
    assert.equal((await visit(sandbox, path)).status, 404, path);
  // Pages of GitHub's that nobody learned stay loud.
  for (const path of ["/acme/blog/pulse", "/settings/profile", "/nobody/nothing"])
    assert.equal((await visit(sandbox, path)).status, 501, path);
  assert.match((await visit(sandbox, "/linkedin/feed")).text, /Nobody has posted yet/);
});

test("the pencil keeps the line ends of the file, and takes nothing that is not text", async (context) => {
  const sandbox = await openSandbox(context);
  const files = [
    { path: "windows.md", text: "one\r\ntwo\r\n" },
    { path: "logo.png", base64: Buffer.from([0, 1, 255]).toString("base64") },
  ];
  await createBlog(sandbox, { files });
  const path = "/acme/blog/edit/main/windows.md";
  const [, sha = ""] = /name="sha" value="(\w+)"/.exec((await visit(sandbox, path)).text) ?? [];
  await visit(sandbox, path, { form: { sha, text: "one\r\n2\r\n" } });
  assert.equal(await sandbox.as("maya").readFile("acme/blog", "windows.md"), "one\r\n2\r\n");
  assert.equal((await visit(sandbox, "/acme/blog/edit/main/logo.png")).status, 404);
});

test("a repository can be cloned from the address that its page shows", async (context) => {
  const { sandbox } = await openBlog(context, { private: true });
  const { text } = await visit(sandbox, "/acme/blog");
  const [, address = ""] = /git clone (http\S+?)</.exec(text) ?? [];
  const env = { ...process.env, GIT_TERMINAL_PROMPT: "0" };
  const listed = await promisify(execFile)("git", ["ls-remote", address], { env });
  assert.match(listed.stdout, /refs\/heads\/main/);
});

test("the page of a pull request shows what each check says last, its text and its annotations", async (context) => {
  const { sandbox, token } = await openDraft(context);
  const { text: before } = await visit(sandbox, "/acme/blog/pull/2");
  assert.match(before, /No check has looked at the last commit\./);
  const { body: pull } = await send(sandbox, { path: "v3/repos/acme/blog/pulls/2", token });
  const { sha } = (pull as { head: { sha: string } }).head;
  const annotation = {
    path: "a.md",
    start_line: 3,
    end_line: 3,
    annotation_level: "warning",
    message: "F1 <b>is</b> a name.",
  };
  const check = async (name: string, conclusion: string, output: object) =>
    send(sandbox, {
      path: "v3/repos/acme/blog/check-runs",
      token,
      body: { name, head_sha: sha, conclusion, output },
    });
  await check("names", "failure", { title: "2 to clear", summary: "Two.", annotations: [annotation] });
  await check("evidence", "success", {
    title: "All of them",
    summary: "- Grounded.",
    text: "- L3: It is. — `a.md`",
  });
  await check("names", "neutral", { title: "1 to clear", summary: "One.", annotations: [annotation] });
  const { text } = await visit(sandbox, "/acme/blog/pull/2");
  const shown = text.slice(text.indexOf('<div class="checks">'), text.indexOf('<div id="end">'));
  assert.equal(
    shown
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim(),
    "Passed evidence All of them Grounded. L3: It is. — a.md Neutral names 1 to clear One. warning a.md:3 F1 &lt;b&gt;is&lt;/b&gt; a name.",
  );
});
