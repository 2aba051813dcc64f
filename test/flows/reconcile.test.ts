import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { type Flow, startFlow } from "../support/flow.ts";
import { listAnswers, listPullRequests } from "../support/look.ts";

type Line = { msg: string; [field: string]: unknown };

/** A drafted pull request, whose further webhooks vanish until somebody calls `mend`. */
async function startUnheard(t: TestContext, options: Partial<Parameters<typeof startFlow>[1]> = {}) {
  const flow = await startFlow(t, { files: demoFiles, hasLinkedIn: true, ...options });
  const { number: issue } = await flow.command(demoIssue);
  await flow.ended("draft");
  await flow.sandbox.deliveriesSettled();
  const [pullRequest] = await listPullRequests(flow);
  assert.ok(pullRequest);
  const mend = flow.sandbox.disturb(() => "vanish");
  return { flow, issue, pullRequest, mend };
}

async function merge({ sandbox, name }: Flow, number: number): Promise<void> {
  await sandbox.as("editor").setDraft(name, number, false);
  await sandbox.as("editor").mergePullRequest(name, number);
}

const isLook = ({ msg }: Line) => msg === "Looked for what was missed";
const looked = async (flow: Flow) => void (await flow.app().waitFor(isLook));
const published = /is merged: the post is published/;

async function countPublished(flow: Flow, thread: number): Promise<number> {
  return (await listAnswers(flow, thread)).filter((answer) => published.test(answer)).length;
}

test("a merge that no webhook ever told of is published at the next start, once", async (t) => {
  const { flow, issue, pullRequest } = await startUnheard(t);
  await merge(flow, pullRequest.number);
  assert.equal(flow.sandbox.linkedin.posts().length, 0);
  await flow.restart();
  await flow.ended("close");
  assert.equal(flow.sandbox.linkedin.posts().length, 1);
  assert.deepEqual(
    [await countPublished(flow, issue), await countPublished(flow, pullRequest.number)],
    [1, 1],
  );
  const before = flow.requests().length;
  await flow.restart();
  await looked(flow);
  assert.deepEqual(flow.requests().slice(before), [], "what is settled is not looked at again");
  assert.equal(flow.sandbox.linkedin.posts().length, 1);
});

test("the webhook that comes later finds the same work done", async (t) => {
  const { flow, issue, pullRequest, mend } = await startUnheard(t);
  mend();
  flow.sandbox.disturb(({ redelivery }) => (redelivery ? undefined : "hold"));
  await merge(flow, pullRequest.number);
  await flow.restart();
  await flow.ended("close");
  await flow.sandbox.release();
  await flow
    .app()
    .waitFor(({ msg, outcome }) => msg === "Took in a change of a pull request" && outcome === "duplicate");
  assert.equal(flow.sandbox.linkedin.posts().length, 1);
  assert.equal(await countPublished(flow, issue), 1);
});

test("a close and an opening again that nobody heard of are remembered and forgotten", async (t) => {
  const { flow, issue, pullRequest } = await startUnheard(t, { env: { RECONCILE_INTERVAL_MS: "100" } });
  const editor = flow.sandbox.as("editor");
  await editor.writeFile(flow.name, "note.md", "Mine.", pullRequest.head.ref);
  await editor.setPullRequestState(flow.name, pullRequest.number, "closed");
  await flow.ended("close");
  const [remembered] = (await listAnswers(flow, issue)).slice(-1);
  assert.match(remembered ?? "", /closed without merging, and Galley remembers that/);
  await editor.setPullRequestState(flow.name, pullRequest.number, "open");
  await flow.ended("close", 2);
  assert.deepEqual(await flow.readRows("select * from galley.discard"), []);
  assert.deepEqual(
    await flow.readRows("select outcome, payload from galley.work where kind = 'close' order by asked_at"),
    [
      { outcome: "discarded", payload: null },
      { outcome: "remembered again", payload: null },
    ],
  );
});

test("an open pull request costs one request a look, and makes nothing", async (t) => {
  const { flow } = await startUnheard(t);
  const before = flow.requests().length;
  await flow.restart();
  await looked(flow);
  assert.deepEqual(flow.requests().slice(before), [
    { method: "POST", operation: "LookUp (nodes)", status: 200 },
  ]);
  assert.deepEqual(await flow.readRows("select kind from galley.work where kind = 'close'"), []);
});

test("renamed unheard: the merge is found, published and said under the new name", async (t) => {
  const { flow, pullRequest } = await startUnheard(t);
  flow.sandbox.life.rename("acme", "field-notes", "notes");
  const renamed = { ...flow, name: "acme/notes" };
  await merge(renamed, pullRequest.number);
  await flow.restart();
  await flow.ended("close");
  assert.equal(await countPublished(renamed, pullRequest.number), 1);
  assert.deepEqual(await flow.readRows("select owner, name, ended from galley.pull_request"), [
    { owner: "acme", name: "notes", ended: "merged" },
  ]);
});

test("archived: the publication stands, nobody can be told, and nothing is tried for ever", async (t) => {
  const { flow, pullRequest } = await startUnheard(t);
  await merge(flow, pullRequest.number);
  flow.sandbox.life.archive("acme", "field-notes");
  await flow.restart();
  await flow.ended("close");
  assert.equal(flow.sandbox.linkedin.posts().length, 1);
  assert.ok(flow.app().lines.some(({ msg }) => msg === "Could not say what became of a pull request"));
  assert.deepEqual(await flow.readRows("select outcome from galley.work where kind = 'close'"), [
    { outcome: "published" },
  ]);
});

test("suspended: no look is wasted on it; allowed again, what was missed is done", async (t) => {
  const { flow, issue, pullRequest, mend } = await startUnheard(t);
  mend();
  flow.sandbox.life.suspend("acme");
  await flow.app().waitFor(({ msg, action }) => msg === "An installation changed" && action === "suspend");
  await merge(flow, pullRequest.number);
  await flow.restart();
  await looked(flow);
  const isToken = ({ operation }: { operation: string }) => operation.includes("access-token");
  const tokens = flow.sandbox.requests().filter(isToken).length;
  await flow.restart();
  await looked(flow);
  assert.equal(flow.sandbox.requests().filter(isToken).length, tokens);
  flow.sandbox.life.unsuspend("acme");
  await flow.app().waitFor(({ msg, action }) => msg === "An installation changed" && action === "unsuspend");
  await flow.restart();
  await flow.ended("close");
  assert.equal(await countPublished(flow, issue), 1);
});

test("a merge whose job finds the installation suspended is published when it is allowed again", async (t) => {
  const { flow, issue, pullRequest, mend } = await startUnheard(t);
  await merge(flow, pullRequest.number);
  // The webhook of the merge comes, and the suspension is heard of only by asking.
  flow.sandbox.life.suspend("acme");
  mend();
  await flow.restart();
  await flow.app().waitFor(({ msg }) => msg === "Could not look at an installation's pull requests");
  flow.sandbox.life.unsuspend("acme");
  await flow.app().waitFor(({ msg, action }) => msg === "An installation changed" && action === "unsuspend");
  await flow.restart();
  await flow.ended("close");
  assert.equal(await countPublished(flow, issue), 1);
  assert.equal(flow.sandbox.linkedin.posts().length, 1);
});

test("uninstalled: the work ends with a true outcome, and the rows of it break nothing", async (t) => {
  const { flow, pullRequest, mend } = await startUnheard(t);
  mend();
  const leave = flow.sandbox.intercept(({ request, moment }) => {
    if (moment !== "before" || !request.operation.startsWith("ReadClosed")) return;
    leave();
    flow.sandbox.life.uninstall("acme");
  });
  await merge(flow, pullRequest.number);
  await flow
    .app()
    .waitFor(({ msg, reason }) => msg === "Ended work that the App may not do any more" && reason === "gone");
  await flow.restart();
  await looked(flow);
  assert.deepEqual(await flow.readRows("select outcome from galley.work where kind = 'close'"), [
    { outcome: "unreachable" },
  ]);
});

/** Looks back at the App's repositories, which is done once a day. */
const aDayLater = (flow: Flow) =>
  flow.readRows("update galley.watch set seen_until = now() - interval '2 days' where name = 'repositories'");

test("settings that were there before Galley was are read by the daily survey, each version once", async (t) => {
  const settings = `series:\n  - name: The Constellation\n    schedule: { cron: "0 9 * * 2", timezone: UTC }\n`;
  const flow = await startFlow(t, { files: { ...demoFiles, ".github/galley.yml": settings } });
  await looked(flow);
  assert.deepEqual(flow.requests(), []);
  await aDayLater(flow);
  await flow.restart();
  await flow.app().waitFor(({ msg, queue }) => msg === "Ended a job" && queue === "settings");
  const operations = () => flow.requests().map(({ operation }) => operation);
  const survey = ["apps/list-repos-accessible-to-installation", "FindVersions (nodes)"];
  assert.deepEqual(operations(), [...survey, "ReadSettings (repository)"]);
  assert.deepEqual(await flow.readRows("select series, cron from galley.schedule"), [
    { series: "The Constellation", cron: "0 9 * * 2" },
  ]);
  await aDayLater(flow);
  await flow.restart();
  await looked(flow);
  assert.deepEqual(operations().slice(3), survey);
});

test("transferred unheard, a private repository is followed to the installation that sees it", async (t) => {
  const { flow, pullRequest } = await startUnheard(t, { env: { ALLOWED_OWNERS: "acme,globex" } });
  await flow.sandbox.createRepository({ owner: "globex", name: "other", private: true, files: [] });
  flow.sandbox.life.transfer("acme", "field-notes", "globex");
  const moved = { ...flow, name: "globex/field-notes" };
  await merge(moved, pullRequest.number);
  await flow.restart();
  await looked(flow);
  assert.deepEqual(await flow.readRows("select ended, owner from galley.pull_request"), [
    { ended: null, owner: "acme" },
  ]);
  await aDayLater(flow);
  await flow.restart();
  await flow.ended("close");
  assert.equal(await countPublished(moved, pullRequest.number), 1);
});
