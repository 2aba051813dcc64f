import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { createManifestConverter } from "../../../src/adapters/github/convert-manifest.ts";

const pem = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
}).privateKey;
const given = {
  id: 7,
  name: "My Galley",
  html_url: "https://github.com/apps/my-galley",
  client_id: "Iv23.abc",
  client_secret: "s3cret",
  webhook_secret: "s3cret-too",
  pem,
};

type Answer = { status: number; body?: string; headers?: Record<string, string> };

/** A GitHub that answers everything alike. */
async function serve(t: TestContext, { status, body = "", headers = {} }: Answer) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.writeHead(status, headers).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test("a code becomes credentials, asked for without any", async (t) => {
  const { url, asked } = await serve(t, { status: 201, body: JSON.stringify(given) });
  assert.deepEqual(await createManifestConverter(url)("c0de"), {
    id: 7,
    name: "My Galley",
    htmlUrl: given.html_url,
    clientId: "Iv23.abc",
    clientSecret: "s3cret",
    webhookSecret: "s3cret-too",
    privateKey: pem,
  });
  assert.deepEqual(asked, ["POST /app-manifests/c0de/conversions undefined"]);
});

const wrong: [string, Answer, string, RegExp][] = [
  ["a code that is used up", { status: 404 }, "UserError", /good once, for an hour/],
  ["GitHub is down", { status: 502 }, "RetryableError", /status 502/],
  [
    "a redirect, which could lead the code away",
    { status: 307, headers: { location: "http://127.0.0.1:1/" } },
    "RetryableError",
    /could not be reached/,
  ],
  ["no JSON", { status: 201, body: "<html>" }, "PermanentError", /the whole/],
  [
    "no webhook secret",
    { status: 201, body: JSON.stringify({ ...given, webhook_secret: null }) },
    "PermanentError",
    /\(webhook_secret\)/,
  ],
  [
    "a secret that would be two lines of the file",
    { status: 201, body: JSON.stringify({ ...given, client_secret: "s3cret\nPORT=1" }) },
    "PermanentError",
    /\(client_secret\)/,
  ],
  [
    "a key that would end its line of the file",
    { status: 201, body: JSON.stringify({ ...given, pem: pem.replace("\n", '"\n') }) },
    "PermanentError",
    /\(pem\)/,
  ],
  [
    "an address that is a script",
    { status: 201, body: JSON.stringify({ ...given, html_url: "javascript:alert(1)" }) },
    "PermanentError",
    /\(html_url\)/,
  ],
];

for (const [title, answer, name, message] of wrong) {
  test(`refused without a secret in the words: ${title}`, async (t) => {
    const { url } = await serve(t, answer);
    await assert.rejects(createManifestConverter(url)("c0de"), (thrown: Error) => {
      assert.equal(thrown.name, name);
      assert.match(thrown.message, message);
      assert.doesNotMatch(`${thrown.stack} ${JSON.stringify(thrown.cause)}`, /s3cret|c0de|BEGIN/);
      return true;
    });
  });
}

test("what cannot be a code is not asked for", async (t) => {
  const { url, asked } = await serve(t, { status: 201, body: JSON.stringify(given) });
  for (const code of ["", "../x", "a b", "a".repeat(201)])
    await assert.rejects(createManifestConverter(url)(code), { name: "UserError" });
  assert.deepEqual(asked, []);
});
