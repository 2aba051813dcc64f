import assert from "node:assert/strict";
import { test } from "node:test";
import { Probot } from "probot";
import { createBlog, open3, openSandbox, openVariables } from "./support.ts";

test("a real Probot signs in, reads and writes as it would on an Enterprise host", async (context) => {
  const sandbox = await openSandbox(context);
  const blog = await createBlog(sandbox);
  const probot = new Probot({
    appId: sandbox.app.appId,
    privateKey: sandbox.app.privateKey,
    secret: sandbox.app.webhookSecret,
    baseUrl: `${sandbox.url}/api/v3`,
    logLevel: "fatal",
  });
  const octokit = await probot.auth(blog.installationId);
  const repository = { owner: "acme", repo: "blog" };
  const { data: permission } = await octokit.request(
    "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
    {
      ...repository,
      username: "maya",
    },
  );
  assert.equal(permission.permission, "write");
  await octokit.graphql(open3, openVariables(blog));
  const { data: ref } = await octokit.rest.git.getRef({ ...repository, ref: "heads/blog/a-talk" });
  assert.equal(ref.ref, "refs/heads/blog/a-talk");
  const missing = octokit.graphql(
    `query Read { repository(owner: "acme", name: "blog") { object(expression: "HEAD") { ... on Commit { file(path: "none") { mode } } } } }`,
  );
  await assert.rejects(missing, (error: Error & { data?: unknown }) => {
    assert.match(error.message, /Could not resolve file for path 'none'\./);
    assert.deepEqual(error.data, { repository: { object: { file: null } } });
    return true;
  });
  assert.deepEqual(
    sandbox.requests().map(({ operation }) => operation),
    [
      "apps/create-installation-access-token",
      "repos/get-collaborator-permission-level",
      "Open (createRef, createCommitOnBranch, createPullRequest)",
      "git/get-ref",
      "Read (repository)",
    ],
  );
});
