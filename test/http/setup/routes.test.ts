import assert from "node:assert/strict";
import { test } from "node:test";
import { RetryableError, UserError } from "../../../src/errors.ts";
import { createSetUpRoutes, type SetUpWorld } from "../../../src/http/setup/routes.ts";
import { createStates } from "../../../src/http/setup/states.ts";

const app = {
  id: 1,
  name: "<b>App</b>",
  htmlUrl: "https://github.com/apps/app",
  clientId: "client",
  clientSecret: "client-hush",
  webhookSecret: "webhook-hush",
  privateKey: "key-hush",
};

function makeWorld(change: Partial<SetUpWorld> = {}) {
  let count = 0;
  const time = { now: 0 };
  const done: string[] = [];
  const logged: unknown[] = [];
  const log = (fields: object, message: string) => void logged.push([message, fields]);
  const world: SetUpWorld = {
    token: "right",
    states: createStates(() => `state-${++count}`, { now: () => new Date(time.now) }),
    convert: async () => app,
    save: async () => void done.push("saved"),
    githubUrl: "https://github.com",
    publicUrl: () => "https://galley.example",
    log: { debug: log, info: log, warn: log, error: log },
    onDone: () => void done.push("done"),
    ...change,
  };
  const routes = createSetUpRoutes(world);
  const get = async (path: string) => {
    const response = await routes.request(path);
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  return { get, done, logged, time, states: world.states };
}

test("only probes and the page with its token are there; everything else is not found, in the same words", async () => {
  const { get } = makeWorld();
  assert.deepEqual([(await get("/healthz")).status, (await get("/readyz")).status], [200, 200]);
  assert.equal((await get("/readyz")).text, '{"status":"waits to be set up"}');
  const unknown = await get("/nowhere");
  const paths = [
    "/setup",
    "/setup?token=",
    "/setup?token=wrong",
    "/setup?token=right%00",
    "/setup?token=RIGHT",
  ];
  for (const path of [...paths, "/setup/created", "/setup/created?code=1&state=", "/api/github/webhooks"]) {
    const answer = await get(path);
    assert.deepEqual([answer.status, answer.text], [unknown.status, unknown.text], path);
    assert.deepEqual([...answer.headers], [...unknown.headers], path);
  }
  assert.equal((await get("/setup?token=right")).status, 200);
});

test("the page tells no other site its address, and is kept nowhere", async () => {
  const { headers } = await makeWorld().get("/setup?token=right");
  assert.equal(headers.get("referrer-policy"), "no-referrer");
  assert.equal(headers.get("cache-control"), "no-store");
  assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'.*frame-ancestors 'none'/);
});

test("the form goes to the person's account, or to the organisation that was typed", async () => {
  const { get } = makeWorld();
  assert.match(
    (await get("/setup?token=right")).text,
    /<form method="post" action="https:\/\/github\.com\/settings\/apps\/new\?state=state-1">/,
  );
  assert.match(
    (await get("/setup?token=right&organisation=Acme-Inc")).text,
    /action="https:\/\/github\.com\/organizations\/Acme-Inc\/settings\/apps\/new\?state=state-2"/,
  );
  for (const name of ['"><script>', "a/b", "-a", "a--b", "a".repeat(40)]) {
    const answer = await get(`/setup?token=right&organisation=${encodeURIComponent(name)}`);
    assert.equal(answer.status, 400, name);
    assert.doesNotMatch(answer.text, /<script>/);
  }
});

test("an address that GitHub cannot reach is said so", async () => {
  const local = { publicUrl: () => "http://localhost:3000" };
  const page = async (change: Partial<SetUpWorld>) =>
    (await makeWorld(change).get("/setup?token=right")).text;
  assert.match(await page(local), /GitHub cannot reach http:\/\/localhost:3000/);
  assert.doesNotMatch(await page({ ...local, githubUrl: "http://127.0.0.1:80" }), /cannot reach/);
  assert.doesNotMatch(await page({}), /cannot reach/);
});

test("coming back with the state ends set-up; what is shown and logged holds no secret", async () => {
  const { get, done, logged } = makeWorld();
  await get("/setup?token=right");
  const answer = await get("/setup/created?code=c&state=state-1");
  assert.equal(answer.status, 200);
  assert.deepEqual(done, ["saved", "done"]);
  assert.match(answer.text, /href="https:\/\/github\.com\/apps\/app\/installations\/new"/);
  assert.doesNotMatch(answer.text, /<b>/);
  assert.doesNotMatch(answer.text + JSON.stringify(logged), /hush|right|state-/);
  assert.equal((await get("/setup?token=right")).status, 404);
});

test("a state is good once, for one hour, in this process", async () => {
  const { get, time, done } = makeWorld({ convert: () => Promise.reject(new UserError("No.")) });
  for (let count = 1; count <= 22; count += 1) await get("/setup?token=right");
  const come = async (state: string) => (await get(`/setup/created?code=c&state=${state}`)).status;
  assert.deepEqual([await come("state-22"), await come("state-22")], [502, 404]);
  assert.deepEqual([await come("state-2"), await come("state-3")], [404, 502]);
  time.now = 3_600_000;
  assert.equal(await come("state-21"), 404);
  assert.deepEqual(done, []);
});

test("what goes wrong is one sentence, and set-up can be begun again", async () => {
  const full = new Error("ENOSPC: key-hush");
  const cases: [Partial<SetUpWorld>, RegExp][] = [
    [{ convert: () => Promise.reject(new UserError("GitHub says no.")) }, /GitHub says no\./],
    [{ convert: () => Promise.reject(new RetryableError("s3cret")) }, /the log says why/],
    [{ save: () => Promise.reject(full) }, /the log says why/],
  ];
  for (const [change, expected] of cases) {
    const { get, done } = makeWorld(change);
    await get("/setup?token=right");
    const answer = await get("/setup/created?code=c&state=state-1");
    assert.equal(answer.status, 502);
    assert.match(answer.text, expected);
    assert.doesNotMatch(answer.text, /hush|s3cret/);
    assert.deepEqual(done, []);
    assert.equal((await get("/setup?token=right")).status, 200);
  }
});

test("of two tabs that come back at once, one sets up", async () => {
  const { promise, resolve } = Promise.withResolvers<typeof app>();
  const { get, done } = makeWorld({ convert: () => promise });
  await get("/setup?token=right");
  await get("/setup?token=right");
  const both = [1, 2].map((state) => get(`/setup/created?code=c&state=state-${state}`));
  resolve(app);
  assert.deepEqual((await Promise.all(both)).map(({ status }) => status).sort(), [200, 404]);
  assert.deepEqual(done, ["saved", "done"]);
});
