import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import { isForeign, isMisdirected } from "../../src/sandbox/own-requests.ts";
import { openSandbox } from "./support.ts";

/** The status of one request with these headers; `fetch` would not let us say another host. */
function ask(url: string, path: string, headers: Record<string, string>, body = ""): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const options = { path, headers, method: body === "" ? "GET" : "POST" };
  const asked = request(url, options, (answer) => resolve(answer.resume().statusCode ?? 0));
  asked.once("error", reject).end(body);
  return promise;
}

test("a name that only leads here is not this machine's", () => {
  const misdirected = (host: string) => isMisdirected({ headers: { host } });
  assert.deepEqual(
    ["127.0.0.1:80", "localhost:4000", "evil.example:4000", "127.0.0.1.evil.example", "[bad"].map(
      misdirected,
    ),
    [false, false, true, true, true],
  );
  assert.equal(isMisdirected({ headers: {} }), true);
});

test("what another site sends is known by its origin", () => {
  const foreign = (origin?: string) =>
    isForeign({ headers: { host: "127.0.0.1:4000", ...(origin ? { origin } : {}) } });
  assert.deepEqual([undefined, "http://127.0.0.1:4000", "http://localhost:4000"].map(foreign), [
    false,
    false,
    false,
  ]);
  const others = [
    "null",
    "https://evil.example",
    "http://localhost:3000",
    "http://127.0.0.1:4000.evil.example",
  ];
  for (const origin of others) assert.equal(foreign(origin), true, origin);
});

test("pages elsewhere can neither read what is here nor tell the sandbox what to do", async (context) => {
  const sandbox = await openSandbox(context);
  const order = JSON.stringify({ url: "http://evil.example/" });
  for (const path of ["/_sandbox/app", "/", "/api/v3/rate_limit"])
    assert.equal(await ask(sandbox.url, path, { host: "evil.example" }), 421, path);
  const sent = (origin: string) => ask(sandbox.url, "/_sandbox/webhook", { origin }, order);
  assert.equal(await sent("https://evil.example"), 403);
  assert.equal(await sent(sandbox.url), 200);
});

test("an address that cannot be read has an answer too", async (context) => {
  const sandbox = await openSandbox(context);
  assert.equal(await ask(sandbox.url, "//", {}), 400);
});
