import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { baseEnvironment, invocationFolder, loadConfig, loadModelConfig } from "../src/config.ts";
import { UserError } from "../src/errors.ts";

const key = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const pem = key.privateKey.trim();
const base = { APP_ID: "7", PRIVATE_KEY: pem, WEBHOOK_SECRET: "hush-hush" };

function complain(env: Record<string, string | undefined>): string {
  try {
    loadConfig(env);
    return "accepted";
  } catch (thrown) {
    assert.ok(thrown instanceof UserError);
    return thrown.message;
  }
}

test("the credentials alone are enough, and the result is frozen", () => {
  const config = loadConfig(base);
  assert.deepEqual(config, {
    app: { id: 7, privateKey: pem, webhookSecret: "hush-hush", client: null },
    githubApiUrl: undefined,
    githubHost: "github.com",
    githubUrl: "https://github.com",
    port: 3000,
    host: "localhost",
    publicUrl: null,
    logLevel: "info",
    dataDir: ".galley",
    databaseUrl: null,
    allowedOwners: [],
    githubWriteIntervalMs: 1000,
    reconcileIntervalMs: 300_000,
    linkedin: null,
    languageModel: null,
  });
  for (const part of [config, config.app, config.allowedOwners]) assert.ok(Object.isFrozen(part));
});

test("an empty value, or one of spaces, counts as not set", () => {
  assert.deepEqual(
    loadConfig({ ...base, PORT: "", HOST: " ", GHE_HOST: "", LOG_LEVEL: undefined }),
    loadConfig(base),
  );
});

test("the database's address is PostgreSQL's, and is not repeated when it is none", () => {
  const url = "postgres://galley:hush@db.example:5432/galley?sslmode=require";
  assert.equal(loadConfig({ ...base, DATABASE_URL: url }).databaseUrl, url);
  for (const wrong of ["mysql://galley:hush@db.example/galley", "galley:hush"])
    assert.throws(
      () => loadConfig({ ...base, DATABASE_URL: wrong }),
      (error: Error) =>
        error.message === "DATABASE_URL must be an address that begins with postgres://." &&
        !error.message.includes("hush"),
    );
});

test("owners are a list without regard to case", () => {
  assert.deepEqual(loadConfig({ ...base, ALLOWED_OWNERS: " Acme, ,globex," }).allowedOwners, [
    "acme",
    "globex",
  ]);
});

test("a GitHub Enterprise host gives every address", () => {
  const config = loadConfig({
    ...base,
    GHE_HOST: "127.0.0.1:8080",
    GHE_PROTOCOL: "http",
    GITHUB_WRITE_INTERVAL_MS: "0",
  });
  assert.deepEqual(
    [config.githubApiUrl, config.githubHost, config.githubUrl],
    ["http://127.0.0.1:8080/api/v3", "127.0.0.1:8080", "http://127.0.0.1:8080"],
  );
});

test("a key is the same on one line, in base64 and in a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "galley-"));
  const path = join(folder, "key.pem");
  writeFileSync(path, key.privateKey);
  const ways = [
    { PRIVATE_KEY: pem.replaceAll("\n", "\\n") },
    { PRIVATE_KEY: Buffer.from(key.privateKey).toString("base64") },
    { PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: path },
  ];
  for (const way of ways) assert.equal(loadConfig({ ...base, ...way }).app.privateKey, pem);
  rmSync(folder, { recursive: true });
});

const noKey = "does not hold the App's private key: it is a PEM text that begins with -----BEGIN.";
const publicUrlWrong = "PUBLIC_URL must be an address that begins with https:// or http://.";
const wrong: readonly (readonly [string, Record<string, string | undefined>, string])[] = [
  ["a word for APP_ID", { APP_ID: "s3cret" }, "APP_ID must be the App's number."],
  ["zero for APP_ID", { APP_ID: "0" }, "APP_ID must be the App's number."],
  ["a word for PORT", { PORT: "s3cret" }, "PORT must be a port number, 0 to 65535."],
  ["a number that is no port", { PORT: "65536" }, "PORT must be a port number, 0 to 65535."],
  ["a port as programmers write it", { PORT: "0x50" }, "PORT must be a port number, 0 to 65535."],
  ["a negative port", { PORT: "-1" }, "PORT must be a port number, 0 to 65535."],
  ["another protocol", { GHE_PROTOCOL: "s3cret" }, "GHE_PROTOCOL must be http or https."],
  [
    "an address for a host",
    { GHE_HOST: "https://s3cret.example" },
    "GHE_HOST must be a host alone, such as ghe.example.com.",
  ],
  [
    "a host with a path",
    { GHE_HOST: "s3cret.example/api" },
    "GHE_HOST must be a host alone, such as ghe.example.com.",
  ],
  [
    "another level",
    { LOG_LEVEL: "s3cret" },
    "LOG_LEVEL must be trace, debug, info, warn, error, fatal or silent.",
  ],
  [
    "looks without a pause",
    { RECONCILE_INTERVAL_MS: "99" },
    "RECONCILE_INTERVAL_MS must be a number of milliseconds, at least 100 and at most a day.",
  ],
  [
    "too long a pace",
    { GITHUB_WRITE_INTERVAL_MS: "60001" },
    "GITHUB_WRITE_INTERVAL_MS must be a number of milliseconds, at most 60000.",
  ],
  [
    "no pace towards github.com",
    { GITHUB_WRITE_INTERVAL_MS: "0" },
    "GITHUB_WRITE_INTERVAL_MS may be 0 only when GHE_HOST is on loopback; GitHub asks for a second between writes.",
  ],
  [
    "no pace towards what looks like loopback",
    { GITHUB_WRITE_INTERVAL_MS: "0", GHE_HOST: "127.0.0.1.s3cret.example" },
    "GITHUB_WRITE_INTERVAL_MS may be 0 only when GHE_HOST is on loopback; GitHub asks for a second between writes.",
  ],
  [
    "nobody served in production",
    { NODE_ENV: "production" },
    "ALLOWED_OWNERS must name the accounts that are served when NODE_ENV is production, because anybody can install an App.",
  ],
  ["a key that is none", { PRIVATE_KEY: "s3cret" }, `PRIVATE_KEY ${noKey}`],
  ["a key cut short", { PRIVATE_KEY: pem.slice(0, 200) }, `PRIVATE_KEY ${noKey}`],
  ["the public key", { PRIVATE_KEY: key.publicKey }, `PRIVATE_KEY ${noKey}`],
  [
    "a path that names no file",
    { PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: "/s3cret" },
    "PRIVATE_KEY_PATH does not name a file that can be read.",
  ],
  [
    "a file that holds no key",
    { PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: import.meta.filename },
    `PRIVATE_KEY_PATH ${noKey}`,
  ],
  ["an address without protocol", { PUBLIC_URL: "s3cret.example" }, publicUrlWrong],
  ["a path for an address", { PUBLIC_URL: "/s3cret" }, publicUrlWrong],
  [
    "an address with a password",
    { PUBLIC_URL: "https://me:s3cret@x.example" },
    "PUBLIC_URL must be an address without user, query and fragment.",
  ],
  [
    "half a client",
    { GITHUB_CLIENT_ID: "s3cret" },
    "GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET must be set together.",
  ],
  [
    "one credential missing",
    { WEBHOOK_SECRET: "" },
    "Set WEBHOOK_SECRET: the GitHub App's settings page has them (see docs/configuration.md).",
  ],
  [
    "all credentials missing",
    { APP_ID: "", PRIVATE_KEY: "", WEBHOOK_SECRET: "", DATA_DIR: "/nowhere" },
    "Set APP_ID, PRIVATE_KEY or PRIVATE_KEY_PATH, WEBHOOK_SECRET: the GitHub App's settings page has them (see docs/configuration.md).",
  ],
];

for (const [title, change, expected] of wrong) {
  test(`one sentence without the value: ${title}`, () => {
    const message = complain({ ...base, ...change });
    assert.equal(message, expected);
    assert.doesNotMatch(message, /s3cret/);
  });
}

test(".env.example documents every variable that is read, and no other", () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
  const sources = read("../src/config.ts") + read("../src/config/credentials.ts");
  const names = [...sources.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name).sort();
  const documented = [...read("../.env.example").matchAll(/^([A-Z][A-Z_]+)=/gm)]
    .map(([, name]) => name)
    .sort();
  assert.ok(names.length > 10);
  assert.deepEqual(documented, names);
});

test("programs that we start are given no settings, and people's folder is theirs", () => {
  assert.deepEqual(baseEnvironment({ ...base, PATH: "/bin", HOME: undefined }), { PATH: "/bin" });
  assert.equal(invocationFolder({ INIT_CWD: "/home/me" }), "/home/me");
  assert.equal(invocationFolder({}), process.cwd());
});

test("no language model is named: there is none", () =>
  assert.equal(loadModelConfig({ OPENAI_API_KEY: "" }), null));

test("a key and a model are enough, and so are an address and a model", () => {
  assert.deepEqual(loadModelConfig({ OPENAI_API_KEY: "k", OPENAI_MODEL: "m" }), {
    apiKey: "k",
    baseUrl: null,
    model: "m",
    price: null,
  });
  const local = { OPENAI_BASE_URL: "http://localhost:11434/v1", OPENAI_MODEL: "m" };
  assert.deepEqual(loadModelConfig(local), {
    apiKey: null,
    baseUrl: local.OPENAI_BASE_URL,
    model: "m",
    price: null,
  });
});

const wrongModels: [Record<string, string>, string][] = [
  [
    { OPENAI_API_KEY: "key-value" },
    "OPENAI_MODEL must name the language model when OPENAI_API_KEY or OPENAI_BASE_URL is set.",
  ],
  [
    { OPENAI_MODEL: "m" },
    "OPENAI_MODEL needs OPENAI_API_KEY, or the OPENAI_BASE_URL of a server that asks for no key.",
  ],
  [
    { OPENAI_BASE_URL: "ftp://key-value", OPENAI_MODEL: "m" },
    "OPENAI_BASE_URL must be an address that begins with https:// or http://.",
  ],
];
for (const [env, message] of wrongModels)
  test(`refused: ${Object.keys(env).join(" and ")} alone or wrong`, () =>
    assert.throws(() => loadModelConfig(env), { name: "UserError", message }));
