import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { ask, createBlog, openSandbox, send, signJwt, takeToken } from "./support.ts";

test("a JWT is believed when the App signed it, by id or by client id", async (context) => {
  const sandbox = await openSandbox(context);
  for (const iss of [sandbox.app.appId, String(sandbox.app.appId), sandbox.app.clientId]) {
    const answer = await send(sandbox, { path: "v3/app", token: signJwt(sandbox, { iss }) });
    assert.equal(answer.status, 200);
    assert.equal((answer.body as { slug: string }).slug, "galley");
  }
});

test("a JWT is refused when anything about it is wrong", async (context) => {
  const sandbox = await openSandbox(context);
  const seconds = Math.floor(Date.now() / 1000);
  const { privateKey: strangersKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  const good = signJwt(sandbox);
  const wrong = {
    "another key": signJwt(sandbox, {}, strangersKey),
    "another App": signJwt(sandbox, { iss: 1 }),
    "eleven minutes": signJwt(sandbox, { exp: seconds + 660 }),
    "in the past": signJwt(sandbox, { exp: seconds - 1 }),
    "issued tomorrow": signJwt(sandbox, { iat: seconds + 86_400 }),
    "a flipped byte": `${good.slice(0, -10)}${good.at(-10) === "A" ? "B" : "A"}${good.slice(-9)}`,
    "no JWT": "ghx_nothing",
  };
  const messages: Record<string, unknown> = {};
  for (const [name, token] of Object.entries(wrong)) {
    const answer = await send(sandbox, { path: "v3/app", token });
    assert.equal(answer.status, 401, name);
    messages[name] = (answer.body as { message: string }).message;
  }
  assert.deepEqual(messages, {
    "another key": "A JSON web token could not be decoded",
    "another App": "Integration not found",
    "eleven minutes": "'Expiration time' claim ('exp') is too far in the future",
    "in the past":
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    "issued tomorrow":
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    "a flipped byte": "A JSON web token could not be decoded",
    "no JWT": "Bad credentials",
  });
});

test("an installation token is long, lives an hour and holds what the App was granted", async (context) => {
  const sandbox = await openSandbox(context);
  const { installationId } = await createBlog(sandbox);
  const path = `v3/app/installations/${installationId}/access_tokens`;
  const answer = await send(sandbox, { method: "POST", path, token: signJwt(sandbox) });
  const body = answer.body as { token: string; expires_at: string; permissions: object };
  assert.equal(answer.status, 201);
  assert.match(body.token, new RegExp(`^ghs_${sandbox.app.appId}_[\\w-]+\\.[\\w-]+\\.[\\w-]+$`));
  assert.ok(body.token.length > 100);
  const lifeMs = Date.parse(body.expires_at) - Date.now();
  assert.ok(lifeMs > 3_500_000 && lifeMs <= 3_600_000, `${lifeMs} ms`);
  assert.deepEqual(body.permissions, {
    contents: "write",
    issues: "write",
    pull_requests: "write",
    checks: "write",
    metadata: "read",
  });
});

test("an installation that does not exist has no token, and no token is believed that was changed", async (context) => {
  const sandbox = await openSandbox(context);
  const { installationId } = await createBlog(sandbox);
  const missing = await send(sandbox, {
    method: "POST",
    path: "v3/app/installations/99/access_tokens",
    token: signJwt(sandbox),
  });
  assert.equal(missing.status, 404);
  const token = await takeToken(sandbox, installationId);
  const changed = await ask(sandbox, `${token}x`, "{ viewer { login } }");
  assert.equal(changed.status, 401);
  const right = await ask(sandbox, token, "{ viewer { login } }");
  assert.deepEqual(right.data, { viewer: { login: "galley[bot]" } });
});

test("a token cannot ask for more than the App has", async (context) => {
  const sandbox = await openSandbox(context);
  const { installationId } = await createBlog(sandbox);
  const answer = await send(sandbox, {
    path: `v3/app/installations/${installationId}/access_tokens`,
    token: signJwt(sandbox),
    body: { permissions: { administration: "write" } },
  });
  assert.equal(answer.status, 422);
});

test("the installation of a repository is found by its name", async (context) => {
  const sandbox = await openSandbox(context);
  const { installationId } = await createBlog(sandbox);
  const token = signJwt(sandbox);
  const found = await send(sandbox, { path: "v3/repos/acme/blog/installation", token });
  assert.equal((found.body as { id: number }).id, installationId);
  const byId = await send(sandbox, { path: `v3/app/installations/${installationId}`, token });
  assert.equal((byId.body as { account: { login: string } }).account.login, "acme");
  assert.equal((await send(sandbox, { path: "v3/repos/acme/none/installation", token })).status, 404);
});
