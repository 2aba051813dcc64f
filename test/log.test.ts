import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { createLogger, scrubSecrets } from "../src/log.ts";

const secret = 'hush "hush" \\ 4242';
const plain = "Pl4nted";
const jwt = `eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ${plain}.c2ln${plain}-_`;
const planted: Record<string, string> = {
  "classic token": `ghp_${plain}0123456789abcdefghijklmnopqrstuv`,
  "installation token": `ghs_${plain}${"a1B2".repeat(60)}`,
  "installation token of the new kind": `ghs_123456_${jwt}`,
  "fine-grained token": `github_pat_${plain}_0123456789abcdef`,
  "web token": jwt,
  "private key": `-----BEGIN RSA PRIVATE KEY-----\nMIIE${plain}\n-----END RSA PRIVATE KEY-----`,
  "private key cut short": `-----BEGIN PRIVATE KEY-----\nMIIE${plain}\n`,
  "bearer value": `Authorization: Bearer ${plain}abcdef.ghi`,
  "token value": `authorization: token ${plain}abcdef0`,
  "model key": `sk-proj-${plain}_0123456789`,
  "query string": `https://example.com/cb?code=${plain}&state=x`,
  "quoted query string": `fetch "https://example.com/cb?code=${plain}" failed`,
  "credentials in an address": `https://x-access-token:${plain}@example.com/a.git`,
  "webhook secret": secret,
};

/** What is written for one call, as text. */
async function write(log: (logger: ReturnType<typeof createLogger>) => void): Promise<string> {
  const destination = new PassThrough();
  log(createLogger({ level: "trace", secrets: [secret, "x"], destination }));
  destination.end();
  return (await Array.fromAsync(destination)).join("");
}

for (const [name, value] of Object.entries(planted)) {
  test(`no line holds a ${name}, wherever it stands`, async () => {
    const nested = new Error(`inner ${value}`);
    const text = await write((logger) => {
      logger.info({ note: value, deep: { list: [`a\n${value}`] } }, "Static");
      logger.info(`in the message\n${value}\tand on`);
      logger.error({ err: new Error(`line one\n${value}\nline three`, { cause: nested }) }, "Failed");
      logger.child({ tag: value }).warn("child");
    });
    assert.doesNotMatch(text, /Pl4nted|hush/);
    const lines = text.trimEnd().split("\n");
    assert.equal(lines.length, 4);
    for (const line of lines) assert.equal(JSON.parse(line).name, "galley");
  });
}

test("bodies, headers and payloads are cut, also inside nested errors", async () => {
  const body = "the issue's confidential text";
  const httpError = Object.assign(new Error("HttpError"), {
    status: 422,
    request: { body },
    response: { data: body },
    headers: body,
  });
  const text = await write((logger) => {
    logger.error({ err: new AggregateError([httpError], "many", { cause: httpError }) }, "Failed");
    logger.error(httpError);
    logger.error({ err: httpError, event: { payload: { body } }, body, payload: body }, "Failed");
    logger.error({ error: httpError, job: { body, payload: body } }, "Failed");
    logger.error({ err: body }, "Failed");
  });
  assert.doesNotMatch(text, /confidential/);
  assert.match(text, /"status":422/);
});

test("what says where it went wrong stays", async () => {
  const text = await write((logger) =>
    logger.error({ workId: "0b6c", err: new TypeError("x is not a function") }, "Failed"),
  );
  const line = JSON.parse(text);
  assert.deepEqual(
    [line.workId, line.msg, line.err.type, line.err.message],
    ["0b6c", "Failed", "TypeError", "x is not a function"],
  );
  assert.match(line.err.stack, /log\.test\.ts/);
});

test("an error that is its own cause is written", async () => {
  const error = new Error("round and round");
  error.cause = error;
  assert.match(await write((logger) => logger.error({ err: error }, "Failed")), /round and round/);
});

test("negative control: harmless words are not taken for secrets", () => {
  const harmless = [
    "highs_and_lows",
    "risk-assessment-of-2026",
    "https://example.com/a.md#L1",
    "the token is bad",
    "keyJ",
    "me@example.com",
  ];
  for (const text of harmless) assert.equal(scrubSecrets(text), text);
});

test("the command line's own errors are scrubbed with real line breaks too", () => {
  const key = planted["private key"] ?? "";
  assert.equal(scrubSecrets(`a ${key} b`, ["a"]), "a [key] b");
  assert.equal(scrubSecrets(`it is ${secret}.`, [secret]), "it is [secret].");
});
