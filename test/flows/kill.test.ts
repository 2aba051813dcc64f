import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { type Flow, startFlow } from "../support/flow.ts";
import { listAnswers, listPullRequests, listReactions } from "../support/look.ts";

type Moment = Parameters<Parameters<Sandbox["intercept"]>[0]>[0]["moment"];

/** Kills the app when its `count`th request from now reaches `moment`; resolves when it is dead. */
function killAt(flow: Flow, count: number, moment: Moment): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const seen: number[] = [];
  const leave = flow.sandbox.intercept(async (at) => {
    const { actor, index } = at.request;
    if (actor !== "installation") return;
    if (!seen.includes(index)) seen.push(index);
    // The next request may have come before we hear that this one was answered.
    if (seen[count - 1] !== index || at.moment !== moment) return;
    leave();
    await flow.app().kill();
    resolve();
  });
  return promise;
}

async function checkCell(flow: Flow, count: number, moment: Moment, earlier: number): Promise<void> {
  const cell = `request ${count}, ${moment}`;
  const killed = killAt(flow, count, moment);
  const { number, commentId } = await flow.command({ ...demoIssue, title: `${demoIssue.title}, ${cell}` });
  await killed;
  const { lines } = await flow.restart();
  // Killed after the last answer, it may have ended its work already: then nothing is taken up.
  if (lines.some(({ msg }) => msg === "Took up work that a dead process left")) await flow.ended("draft");
  else assert.equal(`${count}, ${moment}`, "5, answered", `${cell}: the work was lost`);
  const opened = (await listPullRequests(flow)).slice(earlier);
  assert.equal(opened.length, 1, `${cell}: one pull request`);
  assert.deepEqual(
    await listAnswers(flow, number),
    [`The draft is ready to be read and edited: #${opened[0]?.number}.`],
    cell,
  );
  assert.deepEqual(await listReactions(flow, commentId), ["eyes", "rocket"], cell);
  assert.deepEqual(opened[0]?.labels, [{ name: "blog-draft" }], cell);
  assert.equal(opened[0]?.draft, true, cell);
}

async function checkMoments(t: TestContext, moment: Moment): Promise<void> {
  const flow = await startFlow(t, { files: demoFiles });
  for (let count = 1; count <= 5; count += 1) await checkCell(flow, count, moment, count - 1);
}

test("killed before any request acts, a draft still ends in one pull request", (t) =>
  checkMoments(t, "before"));

test("killed when a request has acted and its answer is lost, a draft still ends in one pull request", (t) =>
  checkMoments(t, "acted"));

test("killed after any answer, a draft still ends in one pull request", (t) => checkMoments(t, "answered"));
