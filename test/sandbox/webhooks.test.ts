import assert from "node:assert/strict";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { Webhooks } from "@octokit/webhooks";
import { ask, createBlog, open3, openSandbox, openVariables, takeToken } from "./support.ts";

type Received = { headers: IncomingHttpHeaders; body: string };

/** An App's webhook address that keeps what it gets and answers with this status. */
async function listen(context: TestContext, status = 200): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.after(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`, received };
}

/** What an App sees of a delivery at first sight. */
function summarize({ headers, body }: Received): string {
  const { action, sender, ref } = JSON.parse(body);
  return [headers["x-github-event"], action ?? ref, `by ${sender.login}`].join(" ");
}

test("a comment is delivered with GitHub's headers and a signature that holds", async (context) => {
  const sandbox = await openSandbox(context);
  const { url, received } = await listen(context);
  const blog = await createBlog(sandbox);
  sandbox.setWebhookUrl(url);
  const issue = await sandbox.as("maya").openIssue("acme/blog", { title: "A talk", body: "notes/a talk.md" });
  const comment = await sandbox.as("maya").comment("acme/blog", issue.number, "/draft");
  await sandbox.deliveriesSettled();

  assert.deepEqual(received.map(summarize), ["issue_comment created by maya"]);
  const [{ headers, body }] = received as [Received];
  const { host, connection, "content-length": length, "x-github-delivery": guid, ...others } = headers;
  assert.match(String(guid), /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  const signature = String(others["x-hub-signature-256"]);
  delete others["x-hub-signature-256"];
  assert.deepEqual(others, {
    accept: "*/*",
    "accept-encoding": "gzip, deflate",
    "accept-language": "*",
    "content-type": "application/json",
    "sec-fetch-mode": "cors",
    "user-agent": "GitHub-Hookshot/5a4d0b0",
    "x-github-event": "issue_comment",
    "x-github-hook-id": "6001",
    "x-github-hook-installation-target-id": String(sandbox.app.appId),
    "x-github-hook-installation-target-type": "integration",
  });
  const webhooks = new Webhooks({ secret: sandbox.app.webhookSecret });
  assert.equal(await webhooks.verify(body, signature), true);
  assert.equal(await webhooks.verify(body.replace("/draft", "/Draft"), signature), false);

  const payload = JSON.parse(body);
  assert.equal(payload.comment.id, comment.id);
  assert.equal(payload.comment.body, "/draft");
  assert.equal(payload.comment.performed_via_github_app, null);
  assert.equal(payload.issue.body, "notes/a talk.md");
  assert.equal("pull_request" in payload.issue, false);
  assert.equal(payload.repository.id, blog.id);
  assert.equal(payload.repository.full_name, "acme/blog");
  assert.equal(payload.repository.default_branch, "main");
  assert.deepEqual(Object.keys(payload.installation), ["id", "node_id"]);
  assert.equal(payload.installation.id, blog.installationId);
});

test("what the App does comes back to it, from a bot", async (context) => {
  const sandbox = await openSandbox(context);
  const { url, received } = await listen(context);
  const blog = await createBlog(sandbox);
  sandbox.setWebhookUrl(url);
  const token = await takeToken(sandbox, blog.installationId);
  const opened = await ask(sandbox, token, open3, openVariables(blog));
  const { id } = opened.data.createPullRequest.pullRequest;
  await ask(
    sandbox,
    token,
    `mutation { addComment(input: {subjectId: "${id}", body: "Done"}) { clientMutationId } }`,
  );
  await sandbox.as("maya").setPullRequestState("acme/blog", 1, "closed");
  await sandbox.as("maya").setPullRequestState("acme/blog", 1, "open");
  await sandbox.deliveriesSettled();
  assert.deepEqual(received.map(summarize).toSorted(), [
    "issue_comment created by galley[bot]",
    "pull_request closed by maya",
    "pull_request opened by galley[bot]",
    "pull_request reopened by maya",
    "push refs/heads/blog/a-talk by galley[bot]",
    "push refs/heads/blog/a-talk by galley[bot]",
  ]);
  const comment = received.map(({ body }) => JSON.parse(body)).find((payload) => payload.comment);
  assert.equal(comment.sender.type, "Bot");
  assert.equal(comment.comment.performed_via_github_app.slug, "galley");
  assert.match(comment.issue.pull_request.url, /\/pulls\/1$/);
  assert.match(comment.sender.url, /users\/galley%5Bbot%5D$/);
});

test("an App hears of its installation, of every further repository, and only of events that it subscribed to", async (context) => {
  const registration = { events: ["issues"] };
  const sandbox = await openSandbox(context, { registration });
  const { url, received } = await listen(context);
  sandbox.setWebhookUrl(url);
  await createBlog(sandbox);
  await createBlog(sandbox, { name: "second" });
  await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  await sandbox.as("maya").comment("acme/blog", 1, "/draft");
  await sandbox.deliveriesSettled();
  assert.deepEqual(received.map(summarize).toSorted(), [
    "installation created by acme",
    "installation_repositories added by acme",
    "issues opened by maya",
  ]);
  const { installation, repositories } = JSON.parse(received[0]?.body ?? "");
  assert.equal(installation.account.login, "acme");
  assert.deepEqual(
    repositories.map((one: { full_name: string }) => one.full_name),
    ["acme/blog"],
  );
});

test("a failed delivery is kept, not repeated, and sent again under the same GUID when somebody asks", async (context) => {
  const sandbox = await openSandbox(context);
  const broken = await listen(context, 500);
  await createBlog(sandbox);
  await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  sandbox.setWebhookUrl(broken.url);
  await sandbox.as("maya").comment("acme/blog", 1, "/draft");
  await sandbox.deliveriesSettled();
  sandbox.setWebhookUrl("http://127.0.0.1:9/");
  await sandbox.as("maya").comment("acme/blog", 1, "/help");
  await sandbox.deliveriesSettled();
  assert.deepEqual(
    sandbox.deliveries().map((one) => one.status),
    [500, 0],
  );

  const working = await listen(context);
  sandbox.setWebhookUrl(working.url);
  const heard: string[] = [];
  sandbox.onDelivery(({ guid, redelivery, status }) => heard.push(`${guid} ${redelivery} ${status}`));
  const guid = sandbox.deliveries()[0]?.guid ?? "";
  await sandbox.redeliver(guid);
  assert.deepEqual(heard, [`${guid} true 200`]);
  assert.equal(working.received[0]?.headers["x-github-delivery"], guid);
  assert.equal(working.received[0]?.body, broken.received[0]?.body);
  await assert.rejects(sandbox.redeliver("none"), /No delivery none/);
});
