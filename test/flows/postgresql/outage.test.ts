import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { createTestDatabase } from "../../support/database.ts";
import { demoFiles, demoIssue } from "../../support/fixtures.ts";
import { type Flow, startFlow } from "../../support/flow.ts";
import { listAnswers, listPullRequests } from "../../support/look.ts";
import { startPostgresqlServer } from "../../support/postgresql-server.ts";

/** A Galley on a PostgreSQL of its own, which can be taken away. */
async function startOnOwnServer(t: TestContext) {
  const server = await startPostgresqlServer();
  t.after(() => server.close());
  const flow = await startFlow(t, {
    files: demoFiles,
    database: () => createTestDatabase("postgresql", server.url),
  });
  return { server, flow };
}

const readiness = async (flow: Flow) => (await fetch(`${flow.app().url}/readyz`)).status;

/** Asks until it is so: how long a database takes is its own affair. */
async function untilReadiness(flow: Flow, wanted: number): Promise<void> {
  while ((await readiness(flow)) !== wanted);
}

/** Comments `/draft` while nobody can take it in; resolves with what GitHub was answered. */
async function commandInVain(flow: Flow) {
  const { number } = await flow.command(demoIssue);
  await flow.sandbox.deliveriesSettled();
  const delivery = flow.sandbox.deliveries().findLast(({ event }) => event === "issue_comment");
  assert.ok(delivery);
  return { number, guid: delivery.guid, status: delivery.status };
}

async function checkDrafted(flow: Flow, number: number): Promise<void> {
  await flow.ended("draft");
  const opened = await listPullRequests(flow);
  assert.equal(opened.length, 1);
  assert.deepEqual(await listAnswers(flow, number), [
    `The draft is ready to be read and edited: #${opened[0]?.number}.`,
  ]);
}

test("a database that is down at the start is waited for: 503 until then, and nothing is taken in by halves", async (t) => {
  const { server, flow } = await startOnOwnServer(t);
  await flow.app().kill();
  await server.kill();
  await flow.begin();
  assert.equal(await readiness(flow), 503);
  const { number, guid, status } = await commandInVain(flow);
  assert.equal(status, 503);
  await server.start();
  await untilReadiness(flow, 200);
  await flow.sandbox.redeliver(guid);
  await checkDrafted(flow, number);
});

test("a database that goes away is said by /readyz and 503, and is used again when it is back", async (t) => {
  const { server, flow } = await startOnOwnServer(t);
  assert.equal(await readiness(flow), 200);
  await server.kill();
  await untilReadiness(flow, 503);
  const { number, guid, status } = await commandInVain(flow);
  assert.equal(status, 503);
  await server.start();
  await untilReadiness(flow, 200);
  await flow.sandbox.redeliver(guid);
  await checkDrafted(flow, number);
});

test("a database that goes away in the middle of a draft costs nothing but time", async (t) => {
  const { server, flow } = await startOnOwnServer(t);
  const down = Promise.withResolvers<void>();
  const leave = flow.sandbox.intercept(async ({ request, moment }) => {
    if (moment !== "acted" || !request.operation.startsWith("Open (")) return;
    leave();
    await server.kill();
    down.resolve();
  });
  const { number } = await flow.command(demoIssue);
  await down.promise;
  await server.start();
  await checkDrafted(flow, number);
});

test("SIGTERM ends a process whose database is away, too", async (t) => {
  const { server, flow } = await startOnOwnServer(t);
  await server.kill();
  assert.equal(await flow.app().stop(), 0);
  await assert.rejects(fetch(`${flow.app().url}/healthz`));
});

test("an address that cannot serve ends the start in one sentence", async (t) => {
  const { server, flow } = await startOnOwnServer(t);
  const url = new URL(server.url);
  url.pathname = "/nobody_made_this";
  await assert.rejects(
    flow.startAnother({ DATABASE_URL: url.href }),
    /galley: DATABASE_URL names a database that does not exist: create it\.\n/,
  );
});
