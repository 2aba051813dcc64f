import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { readCredentialsFile, saveCredentialsFile } from "../../src/config/credentials-file.ts";
import { loadConfig, loadSetUpConfig } from "../../src/config.ts";
import { UserError } from "../../src/errors.ts";

const pem = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
}).privateKey;
const registered = {
  id: 4711,
  name: "My Galley",
  htmlUrl: "https://github.com/apps/my-galley",
  clientId: "Iv23.abc",
  clientSecret: "client-hush",
  webhookSecret: "webhook-hush",
  privateKey: pem,
};

function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "galley-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

const complain = (env: Record<string, string>) => {
  try {
    loadConfig(env);
    return "accepted";
  } catch (thrown) {
    assert.ok(thrown instanceof UserError);
    return thrown.message;
  }
};

test("what set-up saves is what the next start reads, and nobody else can", async (t) => {
  const folder = makeFolder(t);
  writeFileSync(join(folder, "credentials.env.new"), "left behind", { mode: 0o666 });
  await saveCredentialsFile(folder, registered);
  const path = join(folder, "credentials.env");
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(folder), ["credentials.env"]);
  assert.deepEqual(loadConfig({ DATA_DIR: folder }).app, {
    id: 4711,
    privateKey: pem.trim(),
    webhookSecret: "webhook-hush",
    client: { id: "Iv23.abc", secret: "client-hush" },
  });
  assert.equal(loadSetUpConfig({ DATA_DIR: folder }), null);
});

test("the environment wins over the file, whole: one App is never mixed with another", async (t) => {
  const folder = makeFolder(t);
  await saveCredentialsFile(folder, registered);
  const env = { DATA_DIR: folder, APP_ID: "7", PRIVATE_KEY: pem, WEBHOOK_SECRET: "other" };
  assert.deepEqual(loadConfig(env).app, {
    id: 7,
    privateKey: pem.trim(),
    webhookSecret: "other",
    client: null,
  });
  assert.equal(
    complain({ DATA_DIR: folder, APP_ID: "7" }),
    "Set PRIVATE_KEY or PRIVATE_KEY_PATH, WEBHOOK_SECRET: the GitHub App's settings page has them (see docs/configuration.md).",
  );
  const client = { GITHUB_CLIENT_ID: "mine", GITHUB_CLIENT_SECRET: "mine too" };
  assert.deepEqual(loadConfig({ DATA_DIR: folder, ...client }).app.client, {
    id: "mine",
    secret: "mine too",
  });
});

test("without any credentials there is set-up; with some of them there is none", (t) => {
  const folder = makeFolder(t);
  assert.equal(loadSetUpConfig({ DATA_DIR: folder, APP_ID: "" })?.dataDir, folder);
  for (const name of ["APP_ID", "PRIVATE_KEY", "PRIVATE_KEY_PATH", "WEBHOOK_SECRET"])
    assert.equal(loadSetUpConfig({ DATA_DIR: folder, [name]: "7" }), null, name);
});

test("set-up in production asks for an address and for owners", (t) => {
  const env = { DATA_DIR: makeFolder(t), NODE_ENV: "production", ALLOWED_OWNERS: "acme" };
  assert.throws(() => loadSetUpConfig(env), {
    name: "UserError",
    message:
      "PUBLIC_URL must say where GitHub and you reach Galley when NODE_ENV is production and no GitHub App is set up yet.",
  });
  const config = loadSetUpConfig({ ...env, PUBLIC_URL: "https://galley.example/" });
  assert.equal(config?.publicUrl, "https://galley.example");
  assert.throws(() => loadSetUpConfig({ ...env, ALLOWED_OWNERS: "", PUBLIC_URL: "https://galley.example" }), {
    message: /^ALLOWED_OWNERS must name/,
  });
});

test("a file that a person broke is named, without its values", async (t) => {
  const folder = makeFolder(t);
  const path = join(folder, "credentials.env");
  const begin = `${path} cannot be used, remove it to set Galley up again: `;
  writeFileSync(path, "APP_ID=4711\nWEBHOOK_SECRET=s3cret\n");
  assert.equal(complain({ DATA_DIR: folder }), `${begin}it lacks PRIVATE_KEY or PRIVATE_KEY_PATH.`);
  writeFileSync(path, "APP_ID=s3cret\n");
  assert.equal(complain({ DATA_DIR: folder }), `${begin}APP_ID must be the App's number.`);
  writeFileSync(path, "");
  assert.match(complain({ DATA_DIR: folder }), /it lacks APP_ID, PRIVATE_KEY or PRIVATE_KEY_PATH, WEBHOOK/);
  rmSync(path);
  mkdirSync(path);
  assert.match(complain({ DATA_DIR: folder }), /credentials\.env cannot be read: Galley must own it/);
});

test("no file, no folder: nothing was set up", (t) => {
  assert.equal(readCredentialsFile(makeFolder(t)), undefined);
  assert.equal(readCredentialsFile("/nowhere/at/all"), undefined);
});
