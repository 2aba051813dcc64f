import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createPrivateKey, sign } from "node:crypto";
import { after, type TestContext } from "node:test";
import type { NewRepository } from "../../src/sandbox/github/world.ts";
import type { CreatedRepository, Sandbox } from "../../src/sandbox/sandbox.ts";
import { type SandboxOptions, startSandbox } from "../../src/sandbox/start.ts";

import { keepExchanges, listAnswerMistakes } from "../support/watched-sandbox.ts";

export type Answer = { status: number; body: unknown; headers: Headers };

const mistakes: string[] = [];

// When all tests have ended: a hook of one of them that throws would leave what it opened later standing.
after(() => assert.deepEqual(mistakes, [], "what the sandbox answered breaks a contract"));

/** A sandbox that ends with the test; what it answers, whatever it is asked, is held to the vendors' contracts. */
export async function openSandbox(context: TestContext, options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  const exchanges = keepExchanges(sandbox);
  context.after(async () => {
    await sandbox.close();
    const found = listAnswerMistakes(exchanges, sandbox.deliveries());
    mistakes.push(...found.map((mistake) => `${context.name}: ${mistake}`));
  });
  return sandbox;
}

/** The repository that most tests use: `maya` may write, everybody may read. */
export function createBlog(sandbox: Sandbox, more: Partial<NewRepository> = {}): Promise<CreatedRepository> {
  return sandbox.createRepository({
    owner: "acme",
    name: "blog",
    collaborators: { maya: "write" },
    files: [{ path: "notes/a talk.md", text: "Maya: hello\n" }],
    ...more,
  });
}

/** A JWT as the App would sign it; `claims` and `key` are there to make wrong ones. */
export function signJwt(sandbox: Sandbox, claims: Record<string, unknown> = {}, key?: string): string {
  const seconds = Math.floor(Date.now() / 1000);
  const payload = { iss: sandbox.app.appId, iat: seconds - 30, exp: seconds + 570, ...claims };
  const content = [{ alg: "RS256", typ: "JWT" }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const signature = sign("RSA-SHA256", Buffer.from(content), createPrivateKey(key ?? sandbox.app.privateKey));
  return `${content}.${signature.toString("base64url")}`;
}

/** One request to the API. */
export async function send(
  sandbox: Sandbox,
  request: { method?: string; path: string; token?: string; body?: unknown; accept?: string },
): Promise<Answer> {
  const response = await fetch(`${sandbox.url}/api/${request.path}`, {
    method: request.method ?? (request.body === undefined ? "GET" : "POST"),
    headers: {
      "content-type": "application/json",
      ...(request.token === undefined ? {} : { authorization: `Bearer ${request.token}` }),
      ...(request.accept === undefined ? {} : { accept: request.accept }),
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("application/json") ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== "" ? JSON.parse(text) : text,
  };
}

/** An installation token, narrowed to these permissions when they are given. */
export async function takeToken(
  sandbox: Sandbox,
  installationId: number,
  permissions?: Record<string, string>,
): Promise<string> {
  const answer = await send(sandbox, {
    method: "POST",
    path: `v3/app/installations/${installationId}/access_tokens`,
    token: signJwt(sandbox),
    body: permissions ? { permissions } : {},
  });
  return (answer.body as { token: string }).token;
}

// biome-ignore lint/suspicious/noExplicitAny: what a query answers has no type here, and each test looks at all of it
export type GraphqlBody = { data?: any; errors?: { type?: string; path?: unknown[]; message: string }[] };

/** One GraphQL request; its status is checked by those who expect another than 200. */
export async function ask(
  sandbox: Sandbox,
  token: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<GraphqlBody & { status: number }> {
  const answer = await send(sandbox, { path: "graphql", token, body: { query, variables } });
  return { ...(answer.body as GraphqlBody), status: answer.status };
}

/** The errors of an answer without their places in the text. */
export function errorsOf(answer: GraphqlBody) {
  return (answer.errors ?? []).map(({ type, path, message }) => ({ type, path, message }));
}

/** Runs git on a repository of the sandbox, as a person would who looks into it. */
export function git(repository: CreatedRepository, ...args: string[]): string {
  return execFileSync("git", ["--git-dir", repository.gitDirectory, ...args], { encoding: "utf8" });
}

/** `git fsck --strict` finds nothing to complain about. */
export function fsck(repository: CreatedRepository): string {
  return execFileSync("git", ["--git-dir", repository.gitDirectory, "fsck", "--strict", "--no-dangling"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Branch, commit and pull request in one request, as the App opens a draft. */
export const open3 = `mutation Open($repository: ID!, $branch: String!, $ref: String!, $base: GitObjectID!, $additions: [FileAddition!]!, $draft: Boolean!) {
  createRef(input: {repositoryId: $repository, name: $ref, oid: $base}) { ref { name target { oid } } }
  createCommitOnBranch(input: {
    branch: {repositoryNameWithOwner: "acme/blog", branchName: $branch}
    expectedHeadOid: $base
    message: {headline: "Draft: a talk", body: "Galley-Job: 1"}
    fileChanges: {additions: $additions}
  }) { commit { oid message parents(first: 1) { nodes { oid } } author { name email } } }
  createPullRequest(input: {
    repositoryId: $repository, baseRefName: "main", headRefName: $branch, title: "A talk", body: "Body", draft: $draft
  }) { pullRequest { id number isDraft headRefOid } }
}`;

/** The variables of `open3` for a branch off the default branch. */
export function openVariables(repository: CreatedRepository, branch = "blog/a-talk", draft = true) {
  return {
    repository: repository.nodeId,
    branch,
    ref: `refs/heads/${branch}`,
    base: repository.headOid,
    additions: [{ path: "content/blog/a-talk.md", contents: Buffer.from("# A talk\n").toString("base64") }],
    draft,
  };
}

/** A sandbox with one repository and a token for it. */
export async function openBlog(context: TestContext, more: Partial<NewRepository> = {}) {
  const sandbox = await openSandbox(context);
  const blog = await createBlog(sandbox, more);
  return { sandbox, blog, token: await takeToken(sandbox, blog.installationId) };
}
