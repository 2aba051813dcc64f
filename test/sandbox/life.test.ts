import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, createBlog, errorsOf, openBlog, send, signJwt } from "./support.ts";

const question = `{ repository(owner: "acme", name: "blog") { nameWithOwner isArchived } }`;

test("a suspended installation has no token, and the token that it has is worth nothing", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  sandbox.setWebhookUrl("http://127.0.0.1:9/");
  sandbox.life.suspend("acme");
  const path = `v3/app/installations/${blog.installationId}/access_tokens`;
  const made = await send(sandbox, { method: "POST", path, token: signJwt(sandbox) });
  assert.equal(made.status, 403);
  assert.equal((made.body as { message: string }).message, "This installation has been suspended");
  assert.equal((await ask(sandbox, token, question)).status, 403);
  await sandbox.as("maya").openIssue("acme/blog", { title: "unheard" });
  sandbox.life.unsuspend("acme");
  assert.equal((await ask(sandbox, token, question)).status, 200);
  assert.deepEqual(
    sandbox.deliveries().map(({ event, action }) => `${event} ${action}`),
    ["installation suspend", "installation unsuspend"],
  );
});

test("an installation that is gone is 404 to the App, and its token is nobody's", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  sandbox.setWebhookUrl("http://127.0.0.1:9/");
  sandbox.life.uninstall("acme");
  const path = `v3/app/installations/${blog.installationId}/access_tokens`;
  assert.equal((await send(sandbox, { method: "POST", path, token: signJwt(sandbox) })).status, 404);
  assert.equal((await ask(sandbox, token, question)).status, 401);
  assert.deepEqual(
    sandbox.deliveries().map(({ event, action, installationId }) => [event, action, installationId]),
    [["installation", "deleted", blog.installationId]],
  );
});

test("the App lists its installations page by page, with when they were suspended", async (context) => {
  const { sandbox } = await openBlog(context);
  await createBlog(sandbox, { owner: "beta" });
  sandbox.life.suspend("beta");
  const rows: { account: { login: string }; suspended_at: string | null }[] = [];
  for (let path: string | undefined = "v3/app/installations?per_page=1"; path; ) {
    const answer = await send(sandbox, { path, token: signJwt(sandbox) });
    rows.push(...(answer.body as typeof rows));
    path = /<[^>]*\/api\/([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];
  }
  assert.deepEqual(
    rows.map(({ account, suspended_at }) => [account.login, suspended_at !== null]),
    [
      ["acme", false],
      ["beta", true],
    ],
  );
});

test("an earlier name leads on: 301 and 307 in REST, silently in a GraphQL query, not for a commit", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  sandbox.setWebhookUrl("http://127.0.0.1:9/");
  sandbox.life.rename("acme", "blog", "journal");
  const look = (method: string) =>
    fetch(`${sandbox.url}/api/v3/repos/acme/blog/issues/1/comments?per_page=1`, {
      method,
      redirect: "manual",
      headers: { authorization: `Bearer ${token}` },
    });
  const get = await look("GET");
  assert.equal(get.status, 301);
  const location = `${sandbox.url}/api/v3/repositories/${blog.id}/issues/1/comments?per_page=1`;
  assert.equal(get.headers.get("location"), location);
  assert.equal((await look("POST")).status, 307);
  const followed = await send(sandbox, { path: "v3/repos/acme/blog", token });
  assert.equal((followed.body as { full_name: string }).full_name, "acme/journal");
  assert.equal((await ask(sandbox, token, question)).data.repository.nameWithOwner, "acme/journal");
  const strict = `{ repository(owner: "acme", name: "blog", followRenames: false) { id } }`;
  assert.equal(errorsOf(await ask(sandbox, token, strict))[0]?.type, "NOT_FOUND");
  const [delivery] = sandbox.deliveries();
  assert.deepEqual(
    [delivery?.event, delivery?.action, delivery?.payload.changes],
    ["repository", "renamed", { repository: { name: { from: "blog" } } }],
  );
});

test("a transferred repository belongs to the installation of its new owner", async (context) => {
  const { sandbox, blog, token } = await openBlog(context, { private: true });
  const other = await createBlog(sandbox, { owner: "beta", name: "else" });
  sandbox.setWebhookUrl("http://127.0.0.1:9/");
  sandbox.life.transfer("acme", "blog", "beta");
  assert.equal(errorsOf(await ask(sandbox, token, question))[0]?.type, "NOT_FOUND");
  const [delivery] = sandbox.deliveries();
  assert.deepEqual(
    [delivery?.action, delivery?.repository, delivery?.repositoryId, delivery?.installationId],
    ["transferred", "beta/blog", blog.id, other.installationId],
  );
});

test("an archived repository says so, and nodes that are not there are null beside the others", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  sandbox.life.archive("acme", "blog");
  assert.equal((await ask(sandbox, token, question)).data.repository.isArchived, true);
  const nodes = await ask(sandbox, token, `{ nodes(ids: ["none", "${blog.nodeId}"]) { id } }`);
  assert.deepEqual(nodes.data.nodes, [null, { id: blog.nodeId }]);
  assert.deepEqual(errorsOf(nodes), [
    {
      type: "NOT_FOUND",
      path: ["nodes", 0],
      message: "Could not resolve to a node with the global id of 'none'",
    },
  ]);
  sandbox.life.unarchive("acme", "blog");
  assert.equal((await ask(sandbox, token, question)).data.repository.isArchived, false);
});

test("a closed pull request names who closed it", async (context) => {
  const { sandbox, token } = await openBlog(context);
  await sandbox.as("maya").writeFile("acme/blog", "x.md", "x");
  const created = await ask(
    sandbox,
    token,
    `{ repository(owner: "acme", name: "blog") { id defaultBranchRef { target { oid } } } }`,
  );
  const { id, defaultBranchRef } = created.data.repository;
  const open = `mutation { createRef(input: {repositoryId: "${id}", name: "refs/heads/a", oid: "${defaultBranchRef.target.oid}"}) { ref { id } } }`;
  await ask(sandbox, token, open);
  await sandbox.as("maya").writeFile("acme/blog", "y.md", "y", "a");
  const pull = `mutation { createPullRequest(input: {repositoryId: "${id}", baseRefName: "main", headRefName: "a", title: "A"}) { pullRequest { id } } }`;
  const pullId = (await ask(sandbox, token, pull)).data.createPullRequest.pullRequest.id;
  await sandbox.as("maya").setPullRequestState("acme/blog", 1, "closed");
  const look = `{ nodes(ids: ["${pullId}"]) { ... on PullRequest { state closedAt timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) { nodes { ... on ClosedEvent { actor { login } } } } } } }`;
  const [closed] = (await ask(sandbox, token, look)).data.nodes;
  assert.equal(closed.state, "CLOSED");
  assert.match(closed.closedAt, /Z$/);
  assert.deepEqual(closed.timelineItems.nodes, [{ actor: { login: "maya" } }]);
});

test("a repository that is made private is told, and gone for strangers", async (context) => {
  const { sandbox } = await openBlog(context);
  sandbox.setWebhookUrl("http://127.0.0.1:9/");
  const look = async () => (await sandbox.as("stranger").request("GET", "/repos/acme/blog")).status;
  assert.equal(await look(), 200);
  sandbox.life.setPrivate("acme", "blog", true);
  assert.equal(await look(), 404);
  sandbox.life.setPrivate("acme", "blog", false);
  assert.equal(await look(), 200);
  assert.deepEqual(
    sandbox.deliveries().map(({ event, action }) => `${event} ${action}`),
    ["repository privatized", "repository publicized"],
  );
});
