import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import type { GithubClient } from "../../../src/adapters/github/client.ts";
import { finish } from "../../../src/adapters/github/finish.ts";
import { RetryableError, UserError } from "../../../src/errors.ts";
import { createBlog, openSandbox, send, takeToken } from "../../sandbox/support.ts";
import { checks, place, script } from "./checks.ts";

const Problem = z.object({
  type: z.string(),
  message: z.string(),
  path: z.array(z.union([z.string(), z.int()])),
});
const Graphql = z.object({ data: z.unknown(), errors: z.array(Problem).default([]) });

const closing = {
  thread: { issueNodeId: "I_1", commentNodeId: "IC_1" },
  commentId: "IC_2",
  body: "Ready.",
  pullRequestNodeId: "PR_1",
  labelId: "LA_1",
  checks: null,
};
const notFound = { type: "NOT_FOUND", message: "Could not resolve to a node", path: ["updateIssueComment"] };
const forbidden = { type: "FORBIDDEN", message: "Resource not accessible by integration", path: ["check0"] };

test("what a person took away is no failure of finishing, what may pass is", async () => {
  const { client } = script({ data: { addReaction: {} }, problems: [notFound] });
  assert.equal(await finish(client, place, closing), "posted");
  const limited = { type: "RATE_LIMITED", message: "API rate limit exceeded", path: ["updateIssueComment"] };
  await assert.rejects(
    finish(script({ data: {}, problems: [notFound, limited] }).client, place, closing),
    RetryableError,
  );
});

test("check runs ride in the same request, and without the right to make them all else is done", async () => {
  const made = script({ data: { check0: { checkRun: { id: "CR_1" } } }, problems: [] });
  assert.equal(await finish(made.client, place, { ...closing, checks }), "posted");
  assert.equal(made.sent.length, 1);
  assert.match(made.sent[0]?.document ?? "", /addReaction[\s\S]+check0: createCheckRun\(input: \$check0\)/);
  const refused = script({ data: { addReaction: {}, check0: null }, problems: [forbidden] });
  assert.equal(await finish(refused.client, place, { ...closing, checks }), "forbidden");
});

test("where the App may not see check runs, an attempt that was killed is finished without", async () => {
  const { client, sent } = script({ data: {}, problems: [] });
  const again = { ...checks, mayHaveActed: true };
  assert.equal(await finish({ ...client, rest: refuse }, place, { ...closing, checks: again }), "forbidden");
  assert.doesNotMatch(sent[0]?.document ?? "", /createCheckRun/);
});

const refuse = () => Promise.reject(new UserError("GitHub does not let this App look."));

test("GitHub refuses an installation without the permission the check run, and does the rest", async (t) => {
  const sandbox = await openSandbox(t);
  const blog = await createBlog(sandbox);
  const { number, nodeId } = await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  const token = await takeToken(sandbox, blog.installationId, { contents: "write", issues: "write" });
  const client: GithubClient = {
    ...script().client,
    async mutate(_task, query, variables) {
      const { body } = await send(sandbox, { path: "graphql", token, body: { query, variables } });
      const { data, errors } = Graphql.parse(body);
      return { data, problems: errors };
    },
  };
  const thread = { issueNodeId: nodeId, commentNodeId: nodeId };
  const one = { ...checks, repositoryNodeId: blog.nodeId, commit: blog.headOid };
  const nothing = { thread, commentId: null, body: "", pullRequestNodeId: nodeId, labelId: null };
  assert.equal(await finish(client, place, { ...nothing, checks: one }), "forbidden");
  const path = `/repos/acme/blog/issues/${number}/reactions`;
  assert.equal(((await sandbox.as("maya").request("GET", path)).body as unknown[]).length, 1);
});
