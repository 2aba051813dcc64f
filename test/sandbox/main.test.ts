import assert from "node:assert/strict";
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type TestContext, test } from "node:test";
import { z } from "zod";

const program = new URL("../../src/sandbox/main.ts", import.meta.url).pathname;
const Url = z.object({ url: z.url() });
const Repository = z.object({ installationId: z.number(), headOid: z.string(), gitDirectory: z.string() });

/** The sandbox as a process of its own, after it has printed its line. */
async function startProgram(
  context: TestContext,
  ...args: string[]
): Promise<{ child: ChildProcessWithoutNullStreams; url: string }> {
  const child = spawn(process.execPath, [program, ...args]);
  const ended = once(child, "exit");
  // Not SIGKILL: it would leave its folder behind.
  context.after(() => {
    child.kill("SIGTERM");
    return ended;
  });
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { child, url: Url.parse(JSON.parse(line)).url };
}

async function control(
  url: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}/_sandbox/${path}`, {
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

test("the program is driven over /_sandbox and ends without a trace on SIGTERM", async (context) => {
  const { child, url } = await startProgram(context);
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
  const app = await control(url, "app");
  assert.deepEqual(Object.keys(app.body as object), [
    "appId",
    "slug",
    "clientId",
    "privateKey",
    "webhookSecret",
  ]);
  const created = await control(url, "repositories", {
    owner: "acme",
    name: "blog",
    files: [{ path: "a.md", text: "A" }],
    collaborators: { maya: "write" },
  });
  assert.equal(created.status, 200);
  const { gitDirectory } = Repository.parse(created.body);
  assert.ok(existsSync(gitDirectory));
  assert.deepEqual(await control(url, "webhook", { url: "http://127.0.0.1:9/" }), { status: 200, body: {} });
  const issue = await fetch(`${url}/api/v3/repos/acme/blog/issues`, {
    method: "POST",
    headers: { authorization: "Bearer ghu_maya" },
    body: JSON.stringify({ title: "A talk" }),
  });
  assert.equal(issue.status, 201);
  const requests = z.array(z.object({ operation: z.string() })).parse((await control(url, "requests")).body);
  assert.deepEqual(requests, [{ operation: "issues/create" }]);
  assert.deepEqual((await control(url, "deliveries")).body, []);

  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  assert.equal(code, 0);
  assert.equal(existsSync(gitDirectory), false);
});

test("what the control API cannot do is refused in a sentence", async (context) => {
  const { url } = await startProgram(context);
  assert.equal((await control(url, "none")).status, 404);
  assert.equal((await control(url, "webhook", { url: "nowhere" })).status, 400);
  assert.equal(
    (await control(url, "repositories", { owner: "acme", name: "blog", draft: true })).status,
    400,
  );
  const repository = { owner: "acme", name: "blog" };
  assert.equal((await control(url, "repositories", repository)).status, 200);
  assert.deepEqual(await control(url, "repositories", repository), {
    status: 400,
    body: { message: "acme/blog exists" },
  });
  assert.equal((await control(url, "deliveries/none/redeliver", {})).status, 400);
  assert.equal((await control(url, "repositories", { owner: "acme", name: ".." })).status, 400);
  assert.equal((await control(url, "repositories", { owner: "../acme", name: "blog" })).status, 400);
});

test("a folder given with --data stays, and a repository that is there is not taken over", async (context) => {
  const data = await mkdtemp(join(tmpdir(), "sandbox-data-"));
  context.after(() => rm(data, { recursive: true, force: true }));
  const repository = { owner: "acme", name: "blog" };
  const first = await startProgram(context, "--data", data);
  assert.equal((await control(first.url, "repositories", repository)).status, 200);
  first.child.kill("SIGINT");
  await once(first.child, "exit");
  assert.ok(existsSync(join(data, "acme", "blog.git")));
  const second = await startProgram(context, "--data", data);
  const again = await control(second.url, "repositories", repository);
  assert.equal(again.status, 400);
  assert.match((again.body as { message: string }).message, /EEXIST/);
});

test("the program ends when the one that started it lets go of its standard input", async (context) => {
  const { child } = await startProgram(context, "--until-stdin-closes");
  child.stdin.end();
  const [code] = await once(child, "exit");
  assert.equal(code, 0);
});
