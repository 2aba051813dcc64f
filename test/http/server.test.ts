import assert from "node:assert/strict";
import { createHmac, randomUUID } from "node:crypto";
import { connect } from "node:net";
import { type TestContext, test } from "node:test";
import { maxBodyBytes } from "../../src/http/guard.ts";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { type Flow, startFlow } from "../support/flow.ts";

const path = "/api/github/webhooks";

type Answer = { status: number; text: string };

function sign(flow: Flow, body: string): string {
  return `sha256=${createHmac("sha256", flow.sandbox.app.webhookSecret).update(body).digest("hex")}`;
}

async function deliver(flow: Flow, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${flow.app().url}${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-github-event": "issue_comment",
      "x-github-delivery": randomUUID(),
      "x-hub-signature-256": sign(flow, body),
      ...headers,
    },
    body,
  });
  return { status: response.status, text: await response.text() };
}

async function startBare(t: TestContext): Promise<Flow> {
  return await startFlow(t, { files: { "talk.md": "**Ana:** Hello." } });
}

test("what is not a signed JSON object of a known event makes no job, no 500 and no log of the body", async (t) => {
  const flow = await startBare(t);
  const marker = "PLANTED-BODY-TEXT";
  const bodies = ["null", '"x"', "[]", "42", "", "{", `{"${marker}"`, "\u0000"];
  for (const body of bodies) {
    const { status } = await deliver(flow, body);
    assert.ok(status >= 400 && status < 500, `${JSON.stringify(body)}: ${status}`);
  }
  const object = JSON.stringify({ action: "created", note: marker });
  const wrong: [string, Record<string, string>, number][] = [
    ["a wrong signature", { "x-hub-signature-256": sign(flow, "other") }, 401],
    ["an ill-formed signature", { "x-hub-signature-256": "nonsense" }, 401],
    ["an empty signature", { "x-hub-signature-256": "" }, 401],
    ["another content type", { "content-type": "text/plain" }, 415],
    ["no event", { "x-github-event": "" }, 200],
    ["no delivery", { "x-github-delivery": "" }, 400],
    ["a name of the language's own", { "x-github-event": "__proto__" }, 200],
    ["another name of the language's own", { "x-github-event": "constructor" }, 200],
    ["the emitter's own name for errors", { "x-github-event": "error" }, 200],
    ["a pattern", { "x-github-event": "*" }, 200],
    ["an unknown event", { "x-github-event": "moon_landing" }, 200],
    ["an object of another shape", {}, 200],
  ];
  for (const [what, headers, status] of wrong)
    assert.equal((await deliver(flow, object, headers)).status, status, what);
  const unsigned = await fetch(`${flow.app().url}${path}`, { method: "POST", body: object });
  assert.equal(unsigned.status, 401);
  assert.equal((await fetch(`${flow.app().url}${path}`)).status, 404);
  assert.doesNotMatch(flow.app().output(), new RegExp(marker));
  assert.deepEqual(
    flow.app().lines.filter(({ msg }) => msg === "Took in a command" || msg === "Began a job"),
    [],
  );
  // Negative control: the same way in, rightly signed and shaped, is a job.
  await flow.command(demoIssue);
  await flow.ended("draft");
});

test("a body over the cap is refused by its header and by its count", async (t) => {
  const flow = await startBare(t);
  const byHeader = await deliverRaw(flow, `content-length: ${maxBodyBytes + 1}`, async () => {});
  assert.match(byHeader, /^HTTP\/1\.1 413 /);
  const chunk = Buffer.alloc(1024 * 1024, "x");
  const byCount = await deliverRaw(flow, "transfer-encoding: chunked", async (write) => {
    for (let sent = 0; sent <= maxBodyBytes; sent += chunk.length) {
      if (
        !(await write(
          Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from("\r\n")]),
        ))
      )
        return;
    }
  });
  assert.match(byCount, /^HTTP\/1\.1 413 /);
});

/** Speaks HTTP by hand, because `fetch` does not lie about lengths; resolves with the answer's head. */
function deliverRaw(
  flow: Flow,
  header: string,
  send: (write: (bytes: Buffer) => Promise<boolean>) => Promise<void>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port, hostname } = new URL(flow.app().url);
    const socket = connect(Number(port), hostname);
    let answered = "";
    socket.on("data", (bytes) => {
      answered += bytes;
      if (answered.includes("\r\n\r\n")) {
        resolve(answered);
        socket.destroy();
      }
    });
    // The server may cut the connection while we still write.
    socket.on("error", (error) => (answered === "" ? reject(error) : resolve(answered)));
    const write = (bytes: Buffer) =>
      new Promise<boolean>((done) => {
        if (socket.destroyed) return done(false);
        socket.write(bytes, (error) => done(!error));
      });
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nx-hub-signature-256: sha256=00\r\n${header}\r\n\r\n`,
    );
    send(write).catch(reject);
  });
}

test("health and readiness are told, and unknown paths are not found", async (t) => {
  const flow = await startBare(t);
  const look = async (where: string) => {
    const response = await fetch(`${flow.app().url}${where}`);
    return [response.status, await response.json()];
  };
  assert.deepEqual(await look("/healthz"), [200, { status: "ok" }]);
  assert.deepEqual(await look("/readyz"), [200, { status: "ready" }]);
  assert.deepEqual(await look("/elsewhere"), [404, { error: "not found" }]);
});

test("SIGTERM ends the process in order, and the next one finds the folder free", async (t) => {
  const flow = await startBare(t);
  assert.equal(await flow.app().stop(), 0);
  await flow.restart();
  assert.equal((await fetch(`${flow.app().url}/readyz`)).status, 200);
});

test("no secret stands in the log, whatever was logged", async (t) => {
  const flow = await startFlow(t, { files: demoFiles, env: { LOG_LEVEL: "trace" } });
  const { appId, privateKey, webhookSecret } = flow.sandbox.app;
  await flow.command(demoIssue);
  await flow.ended("draft");
  await deliver(flow, "{}", {
    "x-hub-signature-256": "sha256=feed",
    authorization: "Bearer planted-bearer-value",
  });
  await fetch(`${flow.app().url}/healthz?code=planted-query-value`);
  const output = flow.app().output();
  assert.match(output, /Ended a job/);
  const keyLine = privateKey.split("\n")[3] ?? privateKey;
  for (const secret of [
    webhookSecret,
    keyLine,
    `ghs_${appId}`,
    "eyJ",
    "planted-bearer-value",
    "planted-query-value",
  ]) {
    assert.ok(!output.includes(secret), `the log holds ${secret.slice(0, 6)}…`);
  }
  // Neither does what the sources say, nor what the issue says.
  assert.ok(!output.includes("green for fourteen months"));
  assert.ok(!output.includes("Nobody restores the backup"));
});
