import assert from "node:assert/strict";
import { demoIssue } from "./fixtures.ts";
import { editors, type Flow } from "./flow.ts";
import { comeBack, killAt, type Moment, type Service } from "./kill.ts";
import { listAnswers, listPullRequests, listReactions, type SeenPullRequest } from "./look.ts";
import { readCheck } from "./read-check.ts";

/** One moment of one request of a kind of work, in which the app is killed. */
export type Cell = { readonly service: Service; readonly count: number; readonly moment: Moment };

export const nameCell = ({ service, count, moment }: Cell) => `${service} request ${count}, ${moment}`;

/** `count` requests to a service, at the moments that are wanted. */
export function listCells(service: Service, count: number, moments: readonly Moment[]): Cell[] {
  return Array.from({ length: count }, (_, at) => at + 1).flatMap((number) =>
    moments.map((moment) => ({ service, count: number, moment })),
  );
}

/** Draws an issue and waits for its draft. */
async function drafted(flow: Flow, title: string): Promise<{ issue: number; pull: SeenPullRequest }> {
  const before = (await listPullRequests(flow)).length;
  const ends = countEnded(flow, "draft");
  const { number: issue } = await flow.command({ ...demoIssue, title }, "/draft", chooseEditor(before));
  await flow.ended("draft", ends + 1);
  const pull = (await listPullRequests(flow))[before];
  assert.ok(pull, title);
  return { issue, pull };
}

const chooseEditor = (drafts: number) => editors[drafts % editors.length];

const countEnded = (flow: Flow, queue: string) =>
  flow.app().lines.filter((line) => line.msg === "Ended a job" && line.queue === queue).length;

/** Only the last answer may have ended the work before the kill came. */
function checkEarly(isOver: boolean, cell: Cell, isLast: boolean): void {
  assert.ok(!isOver || (isLast && cell.moment === "answered"), `${nameCell(cell)}: the work was lost`);
}

/** Killed while it drafts: one pull request, one answer, the right reactions, one check run. */
export async function checkDraftCell(flow: Flow, cell: Cell, last: number): Promise<void> {
  const name = nameCell(cell);
  const before = (await listPullRequests(flow)).length;
  const killed = killAt(flow, cell.service, cell.count, cell.moment);
  const issue = { ...demoIssue, title: `${demoIssue.title}, ${name}` };
  const { number, commentId } = await flow.command(issue, "/draft", chooseEditor(before));
  await killed;
  checkEarly(await comeBack(flow, "draft"), cell, cell.service === "github" && cell.count === last);
  const [pull, ...more] = (await listPullRequests(flow)).slice(before);
  assert.deepEqual(more, [], name);
  const answers = await listAnswers(flow, number);
  assert.deepEqual(answers, [`The draft is ready to be read and edited: #${pull?.number}.`], name);
  assert.deepEqual(await listReactions(flow, commentId), ["eyes", "rocket"], name);
  assert.deepEqual([pull?.labels, pull?.draft], [[{ name: "blog-draft" }], true], name);
  // One, or it fails.
  await readCheck(flow, pull?.number ?? 0);
}

/** Killed while it looks for angles: one answer, which proposes them, and the right reactions. */
export async function checkAnglesCell(flow: Flow, cell: Cell, last: number): Promise<void> {
  const name = nameCell(cell);
  const killed = killAt(flow, cell.service, cell.count, cell.moment);
  const issue = { ...demoIssue, title: `${demoIssue.title}, angles, ${name}` };
  const { number, commentId } = await flow.command(issue, "/angles", chooseEditor(cell.count));
  await killed;
  checkEarly(await comeBack(flow, "angles"), cell, cell.count === last);
  const answers = await listAnswers(flow, number);
  assert.deepEqual(
    answers.map((text) => text.split(" ", 2).join(" ")),
    ["Three angles."],
    name,
  );
  assert.deepEqual(await listReactions(flow, commentId), ["eyes", "rocket"], name);
}

/** Killed while it publishes: at most one post, and a true word about it, once on each thread. */
export async function checkPublishCell(flow: Flow, cell: Cell, last: number): Promise<void> {
  const name = nameCell(cell);
  const { issue, pull } = await drafted(flow, `${demoIssue.title}, published, ${name}`);
  const posts = flow.sandbox.linkedin.posts().length;
  const killed = killAt(flow, cell.service, cell.count, cell.moment);
  const editor = flow.sandbox.as("editor");
  await editor.setDraft(flow.name, pull.number, false);
  await editor.mergePullRequest(flow.name, pull.number);
  await killed;
  checkEarly(await comeBack(flow, "close"), cell, cell.service === "github" && cell.count === last);
  const visible = flow.sandbox.linkedin.posts().length - posts;
  for (const thread of [issue, pull.number]) {
    const said = (await listAnswers(flow, thread)).filter((text) => text.includes("is merged: "));
    assert.equal(said.length, 1, `${name}: said once on #${thread}`);
    const isSent = said[0]?.includes("The announcement is on LinkedIn");
    const isUnknown = said[0]?.includes("Nobody can know whether LinkedIn has");
    assert.ok(
      isSent ? visible === 1 : isUnknown && visible <= 1,
      `${name}: ${visible} posts and "${said[0]}"`,
    );
  }
}

/** Killed while it discards: the branch is gone, and the issue hears of it once. */
export async function checkDiscardCell(flow: Flow, cell: Cell, last: number): Promise<void> {
  const name = nameCell(cell);
  const { issue, pull } = await drafted(flow, `${demoIssue.title}, discarded, ${name}`);
  const killed = killAt(flow, cell.service, cell.count, cell.moment);
  const editor = flow.sandbox.as("editor");
  await editor.setPullRequestState(flow.name, pull.number, "closed");
  await killed;
  checkEarly(await comeBack(flow, "close"), cell, cell.count === last);
  const said = (await listAnswers(flow, issue)).filter((text) => text.includes("was closed without merging"));
  assert.equal(said.length, 1, name);
  const branch = await editor.request("GET", `/repos/${flow.name}/git/ref/heads/${pull.head.ref}`);
  assert.equal(branch.status, 404, name);
}
