import assert from "node:assert/strict";
import { test } from "node:test";
import { createClients, createProbot } from "../../../src/adapters/github/client.ts";
import { RetryableError } from "../../../src/errors.ts";
import { startWatchedSandbox } from "../../support/watched-sandbox.ts";

test("a token that GitHub takes back before its hour is over is asked for anew at the next attempt", async (context) => {
  const sandbox = await startWatchedSandbox(context);
  const blog = await sandbox.createRepository({ owner: "acme", name: "blog" });
  const { appId, privateKey, webhookSecret: secret } = sandbox.app;
  const probot = createProbot({
    appId,
    privateKey,
    secret,
    baseUrl: `${sandbox.url}/api/v3`,
    logLevel: "fatal",
  });
  const client = createClients(probot, 0)(blog.installationId);
  const get = () =>
    client.rest("read the repository", "GET /repos/{owner}/{repo}", { owner: "acme", repo: "blog" });
  await get();
  // octokit takes a 401 within five seconds for a token that has not reached every machine yet, and waits.
  context.mock.timers.enable({ apis: ["Date"], now: Date.now() + 10_000 });
  sandbox.faults.set([{ service: "github", operation: "repos/get", kind: "token-expired" }]);
  await assert.rejects(get(), RetryableError);
  context.mock.timers.setTime(Date.now() + 1);
  await get();
  const tokens = sandbox
    .requests()
    .filter(({ operation }) => operation === "apps/create-installation-access-token");
  assert.equal(tokens.length, 2);
});
