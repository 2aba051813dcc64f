import assert from "node:assert/strict";
import { test } from "node:test";
import { createTestDatabase } from "../../support/database.ts";
import { demoFiles, demoIssue } from "../../support/fixtures.ts";
import { startFlow } from "../../support/flow.ts";
import { listAnswers, listPullRequests } from "../../support/look.ts";

test("three processes on one database share the work, and do each piece once", async (t) => {
  const flow = await startFlow(t, { files: demoFiles, database: () => createTestDatabase("postgresql") });
  const others = [await flow.startAnother(), await flow.startAnother()];
  const apps = [flow.app(), ...others];
  const issues: number[] = [];
  for (let count = 1; count <= 6; count += 1) {
    flow.sandbox.setWebhookUrl(`${apps[count % 3]?.url}/api/github/webhooks`);
    issues.push((await flow.command({ ...demoIssue, title: `${demoIssue.title} ${count}` })).number);
  }
  const ended = () => apps.flatMap(({ lines }) => lines.filter(({ msg }) => msg === "Ended a job"));
  while (ended().length < 6) await Promise.race(apps.map((app) => app.nextLine()));
  for (const issue of issues) assert.match((await listAnswers(flow, issue)).join(), /^The draft is ready/);
  assert.equal((await listPullRequests(flow)).length, 6);
});

test("what a killed process was doing, another takes up within seconds", async (t) => {
  const flow = await startFlow(t, { files: demoFiles, database: () => createTestDatabase("postgresql") });
  const killed = Promise.withResolvers<void>();
  const leave = flow.sandbox.intercept(async ({ request, moment }) => {
    if (moment !== "acted" || !request.operation.startsWith("Open (")) return;
    leave();
    await flow.app().kill();
    killed.resolve();
  });
  const { number } = await flow.command(demoIssue);
  await killed.promise;
  const other = await flow.startAnother();
  // Nobody lets time pass here: the process that was killed must be missed by itself.
  await other.waitFor(({ msg, queue }) => msg === "Ended a job" && queue === "draft");
  assert.equal((await listPullRequests(flow)).length, 1);
  assert.deepEqual(await listAnswers(flow, number), ["The draft is ready to be read and edited: #2."]);
});

test("a second process on one folder is refused with a sentence", async (t) => {
  const flow = await startFlow(t, { files: demoFiles, database: () => createTestDatabase("pglite") });
  await assert.rejects(
    flow.startAnother(),
    /galley: Another Galley process uses .+: stop it, or give this one a DATA_DIR of its own\./,
  );
});
