import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, createBlog, errorsOf, open3, openSandbox, openVariables, send, takeToken } from "./support.ts";

test("each operation asks for its permission", async (context) => {
  const sandbox = await openSandbox(context);
  const blog = await createBlog(sandbox);
  await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  const token = await takeToken(sandbox, blog.installationId, { contents: "read" });

  const comment = await send(sandbox, {
    path: "v3/repos/acme/blog/issues/1/comments",
    token,
    body: { body: "Hi" },
  });
  assert.equal(comment.status, 403);
  assert.equal((comment.body as { message: string }).message, "Resource not accessible by integration");
  assert.equal(comment.headers.get("x-accepted-github-permissions"), "issues=write; pull_requests=write");
  assert.equal((await sandbox.as("maya").comments("acme/blog", 1)).length, 0);

  const opened = await ask(sandbox, token, open3, openVariables(blog));
  assert.deepEqual(
    errorsOf(opened),
    ["createRef", "createCommitOnBranch", "createPullRequest"].map((field) => ({
      type: "FORBIDDEN",
      path: [field],
      message: "Resource not accessible by integration",
    })),
  );

  const read = await ask(
    sandbox,
    token,
    `{ repository(owner: "acme", name: "blog") { object(expression: "HEAD:notes/a talk.md") { oid } issue(number: 1) { title } } }`,
  );
  assert.equal(typeof read.data.repository.object.oid, "string");
  assert.deepEqual(errorsOf(read), [
    { type: "FORBIDDEN", path: ["repository", "issue"], message: "Resource not accessible by integration" },
  ]);
});

test("files of workflows need a permission of their own", async (context) => {
  const sandbox = await openSandbox(context);
  const blog = await createBlog(sandbox);
  const token = await takeToken(sandbox, blog.installationId);
  const variables = {
    ...openVariables(blog),
    additions: [{ path: ".github/workflows/x.yml", contents: "eA==" }],
  };
  const opened = await ask(sandbox, token, open3, variables);
  assert.equal(opened.errors?.[0]?.message, "Resource not accessible by integration");
});

test("the permission of a person is what the collaborators say, and read for strangers of a public repository", async (context) => {
  const sandbox = await openSandbox(context);
  const roles = { ada: "admin", mel: "maintain", wil: "write", tri: "triage", rea: "read" } as const;
  const blog = await createBlog(sandbox, { collaborators: roles });
  await createBlog(sandbox, { name: "secret", private: true, collaborators: roles });
  const token = await takeToken(sandbox, blog.installationId);
  const answers: Record<string, string> = {};
  for (const name of ["blog", "secret"]) {
    for (const login of ["acme", ...Object.keys(roles), "stranger"]) {
      const path = `v3/repos/acme/${name}/collaborators/${login}/permission`;
      const { body } = await send(sandbox, { path, token });
      const { permission, role_name, user } = body as Record<string, string> & { user: { login: string } };
      assert.equal(user.login, login);
      answers[`${name} ${login}`] = `${permission} ${role_name}`;
    }
  }
  assert.deepEqual(answers, {
    "blog acme": "admin admin",
    "blog ada": "admin admin",
    "blog mel": "write maintain",
    "blog wil": "write write",
    "blog tri": "read triage",
    "blog rea": "read read",
    "blog stranger": "read read",
    "secret acme": "admin admin",
    "secret ada": "admin admin",
    "secret mel": "write maintain",
    "secret wil": "write write",
    "secret tri": "read triage",
    "secret rea": "read read",
    "secret stranger": "none none",
  });
});

test("a private repository is not there for strangers, for other installations and for nobody", async (context) => {
  const sandbox = await openSandbox(context);
  const secret = await createBlog(sandbox, { private: true });
  const other = await createBlog(sandbox, { owner: "umbrella" });
  const tokens = [await takeToken(sandbox, other.installationId), "ghu_stranger", undefined];
  for (const token of tokens) {
    const answer = await send(sandbox, { path: "v3/repos/acme/blog", ...(token ? { token } : {}) });
    assert.equal(answer.status, 404);
  }
  const read = await ask(sandbox, "ghu_stranger", `{ repository(owner: "acme", name: "blog") { id } }`);
  assert.deepEqual(errorsOf(read), [
    {
      type: "NOT_FOUND",
      path: ["repository"],
      message: "Could not resolve to a Repository with the name 'acme/blog'.",
    },
  ]);
  const byId = await ask(sandbox, "ghu_stranger", `{ node(id: "${secret.nodeId}") { id } }`);
  assert.equal(byId.data.node, null);
  assert.equal(byId.errors?.[0]?.type, "NOT_FOUND");
});

test("another installation may read a public repository but not write to it", async (context) => {
  const sandbox = await openSandbox(context);
  await createBlog(sandbox);
  await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  const other = await createBlog(sandbox, { owner: "umbrella" });
  const token = await takeToken(sandbox, other.installationId);
  assert.equal((await send(sandbox, { path: "v3/repos/acme/blog", token })).status, 200);
  const path = "v3/repos/acme/blog/issues/1/comments";
  assert.equal((await send(sandbox, { path, token, body: { body: "Hi" } })).status, 403);
});

test("people write with the role that they have", async (context) => {
  const sandbox = await openSandbox(context);
  await createBlog(sandbox);
  await sandbox.as("maya").writeFile("acme/blog", "notes/new.md", "New\n");
  assert.equal(await sandbox.as("stranger").readFile("acme/blog", "notes/new.md"), "New\n");
  await assert.rejects(sandbox.as("stranger").writeFile("acme/blog", "notes/new.md", "Mine\n"), /403/);
  await sandbox.as("stranger").openIssue("acme/blog", { title: "Anybody may ask" });
  const { id } = await sandbox.as("maya").comment("acme/blog", 1, "Mine");
  const change = (login: string) =>
    sandbox.as(login).request("PATCH", `/repos/acme/blog/issues/comments/${id}`, { body: "Changed" });
  assert.equal((await change("stranger")).status, 403);
  assert.equal((await change("maya")).status, 200);
});

test("an archived repository can only be read", async (context) => {
  const sandbox = await openSandbox(context);
  const blog = await createBlog(sandbox);
  await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  sandbox.changeRepository("acme", "blog", { archived: true });
  const token = await takeToken(sandbox, blog.installationId);
  const comment = await send(sandbox, {
    path: "v3/repos/acme/blog/issues/1/comments",
    token,
    body: { body: "Hi" },
  });
  assert.equal(comment.status, 403);
  assert.equal((comment.body as { message: string }).message, "Repository was archived so is read-only.");
  const opened = await ask(sandbox, token, open3, openVariables(blog));
  assert.deepEqual(errorsOf(opened)[0], {
    type: "UNPROCESSABLE",
    path: ["createRef"],
    message: "Repository was archived so is read-only.",
  });
  const read = await ask(sandbox, token, `{ repository(owner: "acme", name: "blog") { isArchived } }`);
  assert.equal(read.data.repository.isArchived, true);
});
