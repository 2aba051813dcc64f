import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { z } from "zod";
import { demoFiles, demoIssue } from "./fixtures.ts";
import { type Flow, startFlow } from "./flow.ts";
import { findPostPath, listAnswers, listPullRequests } from "./look.ts";

/** A drafted pull request with LinkedIn connected, and what people do with it. */
export type Drafted = Awaited<ReturnType<typeof startDrafted>>;

/** Drafts the demo's issue, or another from its own files. `settings` are added to the demo's own, or make others of them. */
export async function startDrafted(
  test: TestContext,
  settings: string | ((text: string) => string) = "",
  { files, asked }: { files: Record<string, string>; asked: { title: string; body: string } } = {
    files: demoFiles,
    asked: demoIssue,
  },
) {
  const own = demoFiles[".github/galley.yml"] ?? "";
  const galley = typeof settings === "string" ? `${own}${settings}` : settings(own);
  const flow = await startFlow(test, {
    files: { ...files, ".github/galley.yml": galley },
    hasLinkedIn: true,
  });
  const { number: issue } = await flow.command(asked);
  await flow.ended("draft");
  const [pullRequest] = await listPullRequests(flow);
  assert.ok(pullRequest);
  const { number } = pullRequest;
  const { ref: branch } = pullRequest.head;
  const file = findPostPath(pullRequest.body);
  const editor = flow.sandbox.as("editor");
  const read = async (where = branch) => (await editor.readFile(flow.name, file, where)) ?? "";
  return {
    flow,
    editor,
    issue,
    number,
    file,
    branch,
    read,
    posts: () => flow.sandbox.linkedin.posts(),
    /** A commit of the editor's on the post, on its branch or another. */
    edit: async (change: (text: string) => string, where = branch) =>
      editor.writeFile(flow.name, file, change(await read(where)), where),
    /** One commit of the editor's on the branch, with files as they shall be; null takes one out. */
    commit: (files: Readonly<Record<string, string | null>>) => commitFiles(flow, branch, files),
    /** Merges it; what Galley said then. */
    async merge() {
      await editor.setDraft(flow.name, number, false);
      await editor.mergePullRequest(flow.name, number);
      await flow.ended("close");
      return (await listAnswers(flow, number)).at(-1) ?? "";
    },
    /** Comments; what Galley said to the `count`th command. */
    async say(command: string, count: number) {
      await editor.comment(flow.name, number, command);
      await flow.ended("linkedin", count);
      return (await listAnswers(flow, number)).at(-1) ?? "";
    },
  };
}

/** A post without its announcement, and one with another line of front matter in its place. */
export const withoutKey = (text: string) => text.replace(/^linkedin: \|-\n(?: {2}.*\n|\n)*/m, "");
export const withKey = (line: string) => (text: string) =>
  withoutKey(text).replace(/^draft: false$/m, () => `draft: false\n${line}`);

const Head = z.object({ object: z.object({ sha: z.string() }) });

/** One commit of the editor's on a branch, with files as they shall be; null takes one out. */
export async function commitFiles(
  flow: Flow,
  branch: string,
  files: Readonly<Record<string, string | null>>,
) {
  const path = `/repos/${flow.name}/git/ref/heads/${branch}`;
  const { body } = await flow.sandbox.as("editor").request("GET", path);
  const entries = Object.entries(files);
  const input = {
    branch: { repositoryNameWithOwner: flow.name, branchName: branch },
    expectedHeadOid: Head.parse(body).object.sha,
    message: { headline: "Edit" },
    fileChanges: {
      additions: entries.flatMap(([name, text]) =>
        text === null ? [] : [{ path: name, contents: Buffer.from(text).toString("base64") }],
      ),
      deletions: entries.flatMap(([name, text]) => (text === null ? [{ path: name }] : [])),
    },
  };
  const query =
    "mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }";
  const response = await fetch(`${flow.sandbox.url}/api/graphql`, {
    method: "POST",
    headers: { authorization: "Bearer ghu_editor", "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { input } }),
  });
  assert.doesNotMatch(await response.text(), /"errors"/);
}
