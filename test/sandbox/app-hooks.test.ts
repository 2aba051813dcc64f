import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { createBlog, openSandbox, send, signJwt } from "./support.ts";

/** An App's address, and what arrived there: the bodies of comments, in their order. */
async function listen(context: TestContext, sandbox: Sandbox): Promise<string[]> {
  const received: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    received.push(JSON.parse(Buffer.concat(chunks).toString()).comment?.body);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.after(() => server.close());
  sandbox.setWebhookUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`);
  return received;
}

async function openThread(context: TestContext) {
  const sandbox = await openSandbox(context);
  const blog = await createBlog(sandbox);
  await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  const received = await listen(context, sandbox);
  const say = (body: string) => sandbox.as("maya").comment("acme/blog", 1, body);
  return { sandbox, blog, received, say };
}

/** One request of the App's; ids are read as text, because JavaScript would round them. */
async function list(sandbox: Sandbox, query = "") {
  const response = await fetch(`${sandbox.url}/api/v3/app/hook/deliveries${query}`, {
    headers: { authorization: `Bearer ${signJwt(sandbox)}` },
  });
  const text = (await response.text()).replaceAll(/"id":(\d+)/g, '"id":"$1"');
  const next = /cursor=([^>&]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
  return { status: response.status, rows: JSON.parse(text), next };
}

test("the App reads its delivery log newest first, page by page, with GitHub's fields", async (context) => {
  const { sandbox, blog, say } = await openThread(context);
  for (const body of ["one", "two", "three"]) {
    await say(body);
    await sandbox.deliveriesSettled();
  }
  const first = await list(sandbox, "?per_page=2");
  assert.equal(first.rows.length, 2);
  const second = await list(sandbox, `?per_page=2&cursor=${first.next}`);
  assert.equal(second.next, undefined);
  const rows = [...first.rows, ...second.rows];
  assert.deepEqual(
    rows.map(({ guid }) => guid),
    sandbox
      .deliveries()
      .map(({ guid }) => guid)
      .toReversed(),
  );
  const { id, guid, delivered_at, duration, url, ...rest } = rows[0];
  assert.ok(Number(id) > Number.MAX_SAFE_INTEGER);
  assert.ok([guid, delivered_at, url].every((value) => typeof value === "string"));
  assert.equal(typeof duration, "number");
  assert.deepEqual(rest, {
    redelivery: false,
    status: "OK",
    status_code: 200,
    event: "issue_comment",
    action: "created",
    installation_id: blog.installationId,
    repository_id: blog.id,
    throttled_at: null,
  });
});

test("a lost delivery is in the log as failed; asked for, it comes under its GUID as another attempt", async (context) => {
  const { sandbox, received, say } = await openThread(context);
  const mend = sandbox.disturb(() => "lose");
  await say("lost");
  mend();
  await sandbox.deliveriesSettled();
  const [failed] = (await list(sandbox)).rows;
  assert.deepEqual([failed.status, failed.status_code], ["failed to connect to host", 502]);
  assert.deepEqual(received, []);
  const path = `v3/app/hook/deliveries/${failed.id}/attempts`;
  const asked = await send(sandbox, { method: "POST", path, token: signJwt(sandbox) });
  assert.equal(asked.status, 202);
  await sandbox.deliveriesSettled();
  assert.deepEqual(received, ["lost"]);
  const [again] = (await list(sandbox)).rows;
  assert.deepEqual([again.guid, again.redelivery, again.status], [failed.guid, true, "OK"]);
  assert.notEqual(again.id, failed.id);
});

test("an attempt that is in no log cannot be asked for, and nobody but the App may look", async (context) => {
  const { sandbox } = await openThread(context);
  const path = "v3/app/hook/deliveries/1/attempts";
  const missing = await send(sandbox, { method: "POST", path, token: signJwt(sandbox) });
  assert.equal(missing.status, 404);
  for (const token of [undefined, "ghu_maya"]) {
    const request = { path: "v3/app/hook/deliveries", ...(token ? { token } : {}) };
    assert.equal((await send(sandbox, request)).status, 401);
  }
});

test("deliveries vanish, come twice, are held and change places", async (context) => {
  const { sandbox, received, say } = await openThread(context);
  const ways = new Map([
    ["vanishes", "vanish"],
    ["doubled", "twice"],
  ] as const);
  const body = (payload: Readonly<Record<string, unknown>>) => (payload.comment as { body: string }).body;
  const mend = sandbox.disturb(({ payload }) => ways.get(body(payload) as "vanishes") ?? "hold");
  for (const text of ["vanishes", "doubled", "first", "second"]) await say(text);
  await sandbox.deliveriesSettled();
  assert.deepEqual(received, ["doubled", "doubled"]);
  assert.equal(new Set(sandbox.deliveries().map(({ guid }) => guid)).size, 1);
  await sandbox.release({ reversed: true });
  assert.deepEqual(received.slice(2), ["second", "first"]);
  mend();
  await say("undisturbed");
  await sandbox.deliveriesSettled();
  assert.deepEqual(received.slice(4), ["undisturbed"]);
});

test("one delivery is shown with what was sent, and is not there under another id", async (context) => {
  const { sandbox, say } = await openThread(context);
  await say("one");
  await sandbox.deliveriesSettled();
  const [row] = (await list(sandbox)).rows as { id: string; guid: string }[];
  const shown = await list(sandbox, `/${row?.id}`);
  const { request, guid } = shown.rows as {
    guid: string;
    request: { headers: Record<string, string>; payload: { comment: { body: string } } };
  };
  assert.deepEqual(
    [guid, request.headers["x-github-delivery"], request.payload.comment.body],
    [row?.guid, guid, "one"],
  );
  assert.match(String(request.headers["x-hub-signature-256"]), /^sha256=[\da-f]{64}$/);
  assert.equal((await list(sandbox, "/1")).status, 404);
});
