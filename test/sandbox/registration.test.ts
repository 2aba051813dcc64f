import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { createBlog, openSandbox, send, signJwt } from "./support.ts";

const manifest = {
  name: "My Galley",
  url: "https://galley.example",
  redirect_url: "https://galley.example/setup/created",
  hook_attributes: { url: "https://galley.example/api/github/webhooks", active: true },
  default_permissions: { contents: "write", metadata: "read" },
  default_events: ["issue_comment"],
};

type Visit = { path?: string; body?: Record<string, string> | undefined };

async function visit(sandbox: Sandbox, { path = "/settings/apps/new?state=abc", body }: Visit) {
  const response = await fetch(`${sandbox.url}${path}`, {
    redirect: "manual",
    ...(body ? { method: "POST", body: new URLSearchParams(body) } : {}),
  });
  return { status: response.status, location: response.headers.get("location"), text: await response.text() };
}

async function takeCode(sandbox: Sandbox, path?: string): Promise<string> {
  const body = { manifest: JSON.stringify(manifest), confirm: "yes" };
  const { location } = await visit(sandbox, { ...(path ? { path } : {}), body });
  return new URL(location ?? "").searchParams.get("code") ?? "";
}

const convert = (sandbox: Sandbox, code: string) =>
  send(sandbox, { method: "POST", path: `v3/app-manifests/${code}/conversions` });

test("a person who posts a manifest confirms it on a page, and is sent back with code and state", async (t) => {
  const sandbox = await openSandbox(t);
  const hostile = { ...manifest, name: `"><script>alert(1)</script>` };
  const page = await visit(sandbox, { body: { manifest: JSON.stringify(hostile) } });
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.text, /<script>/);
  assert.match(page.text, /<button>Create<\/button>/);
  const body = { manifest: JSON.stringify(manifest), confirm: "yes", name: "Another Name" };
  const { status, location } = await visit(sandbox, { body });
  assert.equal(status, 302);
  assert.match(location ?? "", /^https:\/\/galley\.example\/setup\/created\?code=[\da-f]{40}&state=abc$/);
  const blank = await visit(sandbox, {});
  assert.match(blank.text, /<textarea name="manifest">/);
});

test("a code is exchanged for the App, which takes the place of the one before", async (t) => {
  const sandbox = await openSandbox(t);
  await createBlog(sandbox);
  const before = sandbox.app;
  const answer = await convert(sandbox, await takeCode(sandbox));
  assert.equal(answer.status, 201);
  const app = answer.body as Record<string, unknown>;
  const { appId, slug, clientId, privateKey, webhookSecret } = sandbox.app;
  assert.deepEqual(
    [app.id, app.slug, app.client_id, app.pem, app.webhook_secret],
    [appId, slug, clientId, privateKey, webhookSecret],
  );
  assert.notEqual(appId, before.appId);
  assert.equal(app.html_url, `${sandbox.url}/apps/my-galley`);
  assert.match(String(app.client_secret), /^[\da-f]{40}$/);
  assert.deepEqual(app.permissions, manifest.default_permissions);
  assert.deepEqual(app.events, ["issue_comment"]);
  assert.equal((await send(sandbox, { path: "v3/app", token: signJwt(sandbox) })).status, 200);
  const old = signJwt(sandbox, { iss: before.appId }, before.privateKey);
  assert.equal((await send(sandbox, { path: "v3/app", token: old })).status, 401);
});

test("the registered App is installed on its page, not before", async (t) => {
  const sandbox = await openSandbox(t);
  await createBlog(sandbox);
  await convert(sandbox, await takeCode(sandbox));
  const find = () => send(sandbox, { path: "v3/repos/acme/blog/installation", token: signJwt(sandbox) });
  assert.equal((await find()).status, 404);
  const path = "/apps/my-galley/installations/new";
  assert.match((await visit(sandbox, { path })).text, /<button>Install<\/button>/);
  assert.equal((await visit(sandbox, { path, body: { account: "-" } })).status, 422);
  const installed = await visit(sandbox, { path, body: { account: "acme" } });
  assert.equal(installed.status, 302);
  assert.equal((await find()).status, 200);
  const landed = await visit(sandbox, { path: URL.parse(installed.location ?? "")?.pathname ?? "" });
  assert.equal(landed.status, 200);
  assert.match(landed.text, /<h1>.* on acme<\/h1><p>Installed\.<\/p>.*href="\/acme\/blog"/);
  assert.equal((await visit(sandbox, { path: "/settings/installations/1" })).status, 404);
  assert.equal((await visit(sandbox, { path: "/apps/other/installations/new" })).status, 404);
});

test("an organisation's App is the organisation's", async (t) => {
  const sandbox = await openSandbox(t);
  const code = await takeCode(sandbox, "/organizations/acme/settings/apps/new");
  const { owner } = (await convert(sandbox, code)).body as { owner: { login: string; type: string } };
  assert.deepEqual([owner.login, owner.type], ["acme", "Organization"]);
});

test("a code is good once, for one hour", async (t) => {
  const sandbox = await openSandbox(t);
  const code = await takeCode(sandbox);
  assert.equal((await convert(sandbox, code)).status, 201);
  assert.equal((await convert(sandbox, code)).status, 404);
  assert.equal((await convert(sandbox, "0".repeat(40))).status, 404);
  const late = await takeCode(sandbox);
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() + 3_600_001 });
  assert.equal((await convert(sandbox, late)).status, 404);
});

const refused: readonly [string, unknown, string][] = [
  ["no JSON", undefined, "The manifest is not an object."],
  ["a list", [], "The manifest is not an object."],
  ["no address", { ...manifest, url: undefined }, `&quot;url&quot; wasn&#39;t supplied.`],
  [
    "a webhook without address",
    { ...manifest, hook_attributes: { active: true } },
    `&quot;url&quot; wasn&#39;t supplied.`,
  ],
  [
    "an address that is an object",
    { ...manifest, url: { type: "git" } },
    "For &#39;properties/url&#39;, the value is not a string.",
  ],
  [
    "a webhook secret of one's own",
    { ...manifest, hook_attributes: { ...manifest.hook_attributes, secret: "x" } },
    "&quot;secret&quot; is not a permitted key.",
  ],
  ["another key", { ...manifest, permissions: {} }, "&quot;permissions&quot; is not a permitted key."],
  [
    "an access that does not exist",
    { ...manifest, default_permissions: { contents: "all" } },
    "For &#39;properties/default_permissions/contents&#39;, the value is not permitted.",
  ],
  [
    "events that come by themselves",
    { ...manifest, default_events: ["push", "installation"] },
    "Default events unsupported: installation",
  ],
  ["no name", { ...manifest, name: "" }, "Name can&#39;t be blank"],
  ["a long name", { ...manifest, name: "n".repeat(35) }, "Name is too long (maximum is 34 characters)"],
];

test("wrong manifests are refused in GitHub's words", async (t: TestContext) => {
  const sandbox = await openSandbox(t);
  for (const [title, value, expected] of refused) {
    const body = { manifest: JSON.stringify(value) ?? "{", confirm: "yes" };
    const { status, text, location } = await visit(sandbox, { body });
    assert.deepEqual([status, location], [422, null], title);
    assert.ok(text.includes(`<p>Error ${expected}</p>`), `${title}: ${text}`);
  }
});
