import assert from "node:assert/strict";
import { test } from "node:test";
import { type ClockedFlow, startClockedFlow } from "../support/clocked-flow.ts";
import { demoFiles } from "../support/fixtures.ts";
import { listPullRequests, listReactions } from "../support/look.ts";

const talk = demoFiles["interviews/2026-03-23-restore-drills.md"] ?? "";
const settings = (rest = "") => `timezone: America/New_York
series:
  - name: The Constellation
    schedule: { cron: "0 9 * * 2", timezone: America/New_York }
  - name: The Night Shift
${rest}`;
const files = (rest = "") => ({ "talk.md": talk, ".github/galley.yml": settings(rest) });

/** Mondays and Tuesdays around the spring of 2026, when New York's clocks go forward on 8 March. */
const monday = "2026-03-02T15:00:00Z";
const beforeNine = "2026-03-03T13:59:00Z";
const nine = "2026-03-03T14:00:00Z";
const nextNine = "2026-03-10T13:00:00Z";

const start = (t: Parameters<typeof startClockedFlow>[0], rest = "") =>
  startClockedFlow(t, { files: files(rest), time: monday });

const ended = (flow: ClockedFlow, count = 1) => flow.said("Ended a job", "schedule", count);
const reasons = (flow: ClockedFlow) =>
  flow.lines.filter(({ msg }) => msg === "Nothing is drafted for a schedule").map(({ reason }) => reason);

test("on Tuesday at nine in New York the oldest idea becomes a draft pull request, in six requests", async (t) => {
  const flow = await start(t);
  const idea = await flow.addIdea({ title: "Restore drills", body: "`talk.md`" });
  await flow.addIdea({ title: "A younger idea", body: "`talk.md`" });
  await flow.moveTo(beforeNine);
  assert.equal((await listPullRequests(flow)).length, 0);
  const before = flow.operations().length;
  await flow.moveTo(nine);
  await ended(flow);

  assert.deepEqual(flow.operations().slice(before), [
    "ListIdeas (repository)",
    "repos/get-collaborator-permission-level",
    "Read (repository)",
    "Acknowledge (addReaction, addComment)",
    "Open (createRef, createCommitOnBranch, createPullRequest, createLabel)",
    "Finish (addLabelsToLabelable, updateIssueComment, addReaction, createCheckRun, createCheckRun)",
  ]);
  const [pullRequest, ...more] = await listPullRequests(flow);
  assert.equal(more.length, 0);
  assert.equal(pullRequest?.draft, true);
  assert.equal(pullRequest?.title, "Restore drills");
  assert.match(pullRequest?.body ?? "", /^📝 \*\*Blog Draft — The Constellation\*\*/);
  assert.match(pullRequest?.head.ref ?? "", /^blog\/2026-03-03-/);
  const comments = await flow.sandbox.as("editor").comments(flow.name, idea);
  assert.deepEqual(
    comments.map(({ body }) => body.split("\n")[0]),
    ["The draft is ready to be read and edited: #3."],
  );
  const { body } = await flow.sandbox
    .as("editor")
    .request("GET", `/repos/${flow.name}/issues/${idea}/reactions`);
  assert.deepEqual(JSON.stringify(body).match(/"content":"\w+"/g), [
    '"content":"eyes"',
    '"content":"rocket"',
  ]);
});

test("a week later the clocks have changed, and an open draft of the series holds the next", async (t) => {
  const flow = await start(t);
  await flow.addIdea({ body: "`talk.md`" });
  await flow.addIdea({ title: "Second", body: "`talk.md`" });
  await flow.moveTo(nine);
  await ended(flow);
  await flow.moveTo("2026-03-10T12:59:00Z");
  await flow.moveTo(nextNine);
  await ended(flow, 2);
  assert.deepEqual(reasons(flow), ["an earlier draft of the series is still open"]);
  await flow.sandbox.as("editor").setPullRequestState(flow.name, 3, "closed");
  await flow.said("Ended a job", "close");
  await flow.moveTo("2026-03-17T13:00:00Z");
  await ended(flow, 3);
  const titles = (await listPullRequests(flow)).map(({ title, state }) => `${title} ${state}`);
  assert.deepEqual(titles, ["Restore drills closed", "Second open"]);
});

test("ticks that were missed while down are caught up once", async (t) => {
  const flow = await start(t);
  await flow.addIdea({ body: "`talk.md`" });
  await flow.addIdea({ title: "Second", body: "`talk.md`" });
  await flow.restartAt("2026-04-01T12:00:00Z");
  await ended(flow);
  await flow.moveTo("2026-04-01T12:05:00Z");
  assert.equal(flow.lines.filter(({ msg }) => msg === "A schedule was due").length, 1);
  assert.equal((await listPullRequests(flow)).length, 1);
});

test("who may not write, what was discarded, and what belongs to another series are passed over", async (t) => {
  const flow = await start(t);
  const strangers = await flow.addIdea({ title: "A stranger's", body: "`talk.md`" }, "sorter");
  const discarded = await flow.addIdea({ title: "Discarded", body: "`talk.md`" });
  await flow.addIdea({ title: "Another's", body: "Series: the night shift\n`talk.md`" });
  await flow.addIdea({ title: "Not labelled", body: "`talk.md`", labels: ["question"] });
  await flow.addIdea({ title: "Nothing to read", body: "`missing.md`" });
  await flow.addIdea({ title: "Its own", body: "Series: the constellation\n`talk.md`" });
  await flow.sandbox.as("editor").comment(flow.name, discarded, "/draft");
  await flow.said("Ended a job", "draft");
  await flow.sandbox.as("editor").setPullRequestState(flow.name, 7, "closed");
  await flow.said("Ended a job", "close");
  await flow.moveTo(nine);
  await ended(flow);
  const titles = (await listPullRequests(flow)).map(({ title }) => title);
  assert.deepEqual(titles, ["Discarded", "Its own"]);
  assert.equal((await flow.sandbox.as("editor").comments(flow.name, strangers)).length, 0);
});

test("without an idea that waits, one quiet line", async (t) => {
  const flow = await start(t);
  await flow.addIdea({ body: "`talk.md`" }, "sorter");
  await flow.moveTo(nine);
  await ended(flow);
  assert.deepEqual(reasons(flow), ["no idea waits"]);
  assert.equal((await listPullRequests(flow)).length, 0);
});

test("negative control: the same stranger's idea is drafted once they may write", async (t) => {
  const flow = await start(t);
  await flow.addIdea({ body: "`talk.md`" }, "sorter");
  flow.sandbox.changeRepository("acme", "field-notes", { collaborators: { sorter: "write" } });
  await flow.moveTo(nine);
  await ended(flow);
  assert.equal((await listPullRequests(flow)).length, 1);
});

test("a pushed change of the settings counts, a broken one does not", async (t) => {
  const flow = await start(t);
  await flow.addIdea({ body: "`talk.md`" });
  const editor = flow.sandbox.as("editor");
  await editor.writeFile(flow.name, "notes.md", "Nothing of settings.");
  await editor.writeFile(
    flow.name,
    ".github/galley.yml",
    'series: [{ name: A, schedule: { cron: "nine" } }]',
  );
  await flow.said("Ended a job", "settings", 2);
  await flow.said("Left the schedules as they were");
  await editor.writeFile(
    flow.name,
    ".github/galley.yml",
    'series: [{ name: Berlin, schedule: { cron: "0 9 * * 2", timezone: Europe/Berlin } }]',
  );
  await flow.said("Ended a job", "settings", 3);
  await flow.moveTo("2026-03-03T08:00:00Z");
  await ended(flow);
  await flow.moveTo(nine);
  const due = flow.lines.filter(({ msg }) => msg === "A schedule was due").map(({ series }) => series);
  assert.deepEqual(due, ["Berlin"]);
});

test("broken settings leave what was scheduled", async (t) => {
  const flow = await start(t);
  const editor = flow.sandbox.as("editor");
  await editor.writeFile(flow.name, ".github/galley.yml", "series: 3");
  await flow.said("Left the schedules as they were");
  await flow.moveTo(nine);
  await ended(flow);
  assert.deepEqual(reasons(flow), ["no idea waits"]);
});

test("the drafts of a day are counted: a schedule is quiet, a person is told", async (t) => {
  const flow = await start(t, "limits: { draftsPerDay: 1 }\n");
  const asked = await flow.addIdea({ title: "Asked", body: "`talk.md`", labels: [] });
  await flow.addIdea({ title: "Scheduled", body: "`talk.md`" });
  const late = await flow.addIdea({ title: "Late", body: "`talk.md`", labels: [] });
  await flow.moveTo("2026-03-03T10:00:00Z");
  const editor = flow.sandbox.as("editor");
  await editor.comment(flow.name, asked, "/draft");
  await flow.said("Ended a job", "draft");
  await flow.moveTo(nine);
  await ended(flow);
  assert.deepEqual(reasons(flow), ["the day has had its drafts"]);
  const { id } = await editor.comment(flow.name, late, "/draft");
  await flow.said("Ended a job", "draft", 2);
  const [, answer] = await editor.comments(flow.name, late);
  assert.equal(
    answer?.body.split("\n")[0],
    "Nothing was drafted: this repository has had the one draft of today (America/New_York). Write `/draft` again tomorrow, or raise `limits.draftsPerDay` in `.github/galley.yml`.",
  );
  assert.deepEqual(await listReactions(flow, id), ["confused"]);
  // Tuesday in London is still Monday's evening in New York, and then comes another day.
  await flow.moveTo("2026-03-04T05:00:00Z");
  await editor.comment(flow.name, late, "/draft");
  await flow.said("Ended a job", "draft", 3);
  const titles = (await listPullRequests(flow)).map(({ title }) => title);
  assert.deepEqual(titles, ["Asked", "Late"]);
});

test("an answer that is lost while opening makes no second pull request, and the idea stays chosen", async (t) => {
  const flow = await start(t);
  const idea = await flow.addIdea({ body: "`talk.md`" });
  let lost = 0;
  flow.sandbox.intercept(({ moment, request }) => {
    if (moment !== "acted" || !request.operation.startsWith("Open") || lost > 0) return undefined;
    lost += 1;
    return "drop";
  });
  await flow.moveTo(nine);
  await ended(flow);
  assert.equal(lost, 1);
  assert.equal((await listPullRequests(flow)).length, 1);
  assert.equal((await flow.sandbox.as("editor").comments(flow.name, idea)).length, 1);
  const asked = flow.operations().filter((operation) => operation.startsWith("ListIdeas"));
  assert.equal(asked.length, 1);
});

for (const [event, change] of [
  ["installation", { action: "deleted" }],
  ["installation_repositories", { action: "removed" }],
] as const) {
  test(`after ${event}.${change.action} nothing is due`, async (t) => {
    const flow = await start(t);
    const { id, installationId } = flow.repository;
    const repository = { id, name: "field-notes", full_name: "acme/field-notes" };
    const status = await flow.deliver(event, {
      ...change,
      installation: { id: installationId, account: { login: "acme" } },
      repositories: [repository],
      repositories_removed: [repository],
    });
    assert.equal(status, 200);
    await flow.moveTo(nine);
    assert.equal(flow.lines.filter(({ msg }) => msg === "A schedule was due").length, 0);
  });
}

test("a repository that is not there is given up without a word, and holds nothing up", async (t) => {
  const flow = await start(t);
  await flow.deliver("installation_repositories", {
    action: "added",
    installation: { id: flow.repository.installationId, account: { login: "acme" } },
    repositories_added: [{ id: 1, name: "gone", full_name: "acme/gone" }],
  });
  await flow.said("Ended a job", "failed");
  await flow.moveTo(nine);
  await ended(flow);
  assert.deepEqual(reasons(flow), ["no idea waits"]);
});
