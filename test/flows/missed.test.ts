import assert from "node:assert/strict";
import { test } from "node:test";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { type Flow, startFlow } from "../support/flow.ts";
import { listAnswers, listPullRequests } from "../support/look.ts";

/** What the app asked of GitHub as the App itself, but for tokens. */
function listAsApp({ sandbox }: Flow): string[] {
  return sandbox
    .requests()
    .filter(({ actor, operation }) => actor === "app" && !operation.includes("access-token"))
    .map(({ operation }) => operation);
}

async function looked(flow: Flow, count = 1): Promise<void> {
  const isLook = ({ msg }: { msg: string }) => msg === "Looked for what was missed";
  await flow.app().waitFor(() => flow.app().lines.filter(isLook).length >= count);
}

/** A command that nobody heard, because the app was down. */
async function commandWhileDown(flow: Flow): Promise<number> {
  await looked(flow);
  await flow.app().kill();
  const { number } = await flow.command(demoIssue);
  await flow.sandbox.deliveriesSettled();
  return number;
}

test("a command that came while the app was down is done when it starts, once", async (t) => {
  const flow = await startFlow(t, { files: demoFiles });
  const number = await commandWhileDown(flow);
  assert.deepEqual(await listPullRequests(flow), []);
  await flow.restart();
  await flow.ended("draft");
  const [pullRequest, ...more] = await listPullRequests(flow);
  assert.equal(more.length, 0);
  assert.deepEqual(await listAnswers(flow, number), [
    `The draft is ready to be read and edited: #${pullRequest?.number}.`,
  ]);
  // The next start finds it taken: one look at the log, nothing asked for again.
  await looked(flow);
  // What the draft itself made GitHub send must arrive before the app is killed.
  await flow.sandbox.deliveriesSettled();
  const before = listAsApp(flow).length;
  await flow.restart();
  await looked(flow);
  assert.deepEqual(listAsApp(flow).slice(before), ["apps/list-webhook-deliveries"]);
  assert.equal((await listPullRequests(flow)).length, 1);
});

test("negative control: what vanished from GitHub's own log is not drafted", async (t) => {
  const flow = await startFlow(t, { files: demoFiles });
  flow.sandbox.disturb(({ event }) => (event === "issue_comment" ? "vanish" : undefined));
  await commandWhileDown(flow);
  await flow.restart();
  await looked(flow);
  assert.deepEqual(flow.requests(), []);
  assert.deepEqual(await listPullRequests(flow), []);
});

test("one that fails while the app runs is found by the next look, and asked for once a minute", async (t) => {
  const flow = await startFlow(t, { files: demoFiles, env: { RECONCILE_INTERVAL_MS: "100" } });
  const lose = flow.sandbox.disturb(({ event }) => (event === "issue_comment" ? "lose" : undefined));
  await flow.command(demoIssue);
  await flow.app().waitFor(({ msg }) => msg === "Had a failed delivery sent again");
  const seen = flow.app().lines.length;
  // It is lost again. What was asked for a moment ago is left alone for a minute, however often is looked.
  const isLook = ({ msg }: { msg: string }) => msg === "Looked for what was missed";
  await flow.app().waitFor(() => flow.app().lines.slice(seen).filter(isLook).length >= 3);
  assert.equal(listAsApp(flow).filter((name) => name === "apps/redeliver-webhook-delivery").length, 1);
  lose();
  await flow.sandbox.redeliver(
    flow.sandbox.deliveries().findLast(({ event }) => event === "issue_comment")?.guid ?? "",
  );
  await flow.ended("draft");
  assert.equal((await listPullRequests(flow)).length, 1);
});

test("a delivery that comes twice, and again out of its order, acts once", async (t) => {
  const flow = await startFlow(t, { files: demoFiles });
  const twice = flow.sandbox.disturb(({ event }) => (event === "issue_comment" ? "twice" : undefined));
  await flow.command(demoIssue);
  await flow.ended("draft");
  await flow.sandbox.deliveriesSettled();
  twice();
  const commands = flow.sandbox.deliveries().filter(({ event, payload }) => {
    const comment = payload.comment as { body: string } | undefined;
    return event === "issue_comment" && comment?.body === "/draft";
  });
  assert.equal(commands.length, 2);
  await flow.sandbox.redeliver(commands[0]?.guid ?? "");
  assert.equal((await listPullRequests(flow)).length, 1);
  const taken = flow.app().lines.filter(({ msg }) => msg === "Took in a command");
  assert.deepEqual(
    taken.map(({ outcome }) => outcome),
    ["enqueued", "duplicate", "duplicate"],
  );
});
