import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { chosenKind } from "../support/database.ts";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { type Flow, startFlow } from "../support/flow.ts";
import { listAnswers, listPullRequests } from "../support/look.ts";

type Fault = NonNullable<Parameters<Sandbox["linkedin"]["setFault"]>[0]>;

const faults: readonly (Fault | "none")[] = [
  "none",
  "created-then-reset",
  "created-then-500",
  "created-without-id",
  "error-500",
  "reset",
  "rate-limited",
  "expired",
];

const kills = ["never", "before claim", "after claim", "after send", "after record"] as const;
type Kill = (typeof kills)[number];

/** Kills the app at a moment of the publication; resolves when it is dead. */
function killAt(flow: Flow, kill: Kill): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const strike = async (leave: () => void) => {
    leave();
    await flow.app().kill();
    resolve();
  };
  if (kill === "never") resolve();
  else if (kill === "before claim" || kill === "after record") {
    const [operation, moment] = kill === "before claim" ? ["ReadClosed", "before"] : ["Announce", "before"];
    const leave = flow.sandbox.intercept(async (at) => {
      if (at.moment === moment && at.request.operation.startsWith(`${operation} (`)) await strike(leave);
    });
  } else {
    const moment = kill === "after claim" ? "before" : "acted";
    const leave = flow.sandbox.linkedin.intercept(async (at) => {
      if (at.moment !== moment) return undefined;
      await strike(leave);
      return kill === "after claim" ? "drop" : undefined;
    });
  }
  return promise;
}

/** What Galley says in the end must be true of what readers see. */
function judge(said: string, visible: number): string {
  if (visible > 1) return "doubled";
  if (said.includes("The announcement is on LinkedIn")) return visible === 1 ? "sent" : "FALSE: sent";
  if (said.includes("Nothing was sent to LinkedIn")) return visible === 0 ? "failed" : "FALSE: failed";
  return said.includes("Nobody can know whether LinkedIn has") ? "unknown" : `NOTHING TRUE: ${said}`;
}

/** How many jobs of this queue the app that runs now has ended. */
function countEnded(flow: Flow, queue: string): number {
  return flow.app().lines.filter((line) => line.msg === "Ended a job" && line.queue === queue).length;
}

async function playCell(flow: Flow, fault: Fault | "none", kill: Kill): Promise<string> {
  const drafted = countEnded(flow, "draft");
  await flow.command({ ...demoIssue, title: `${demoIssue.title}, ${kill}` });
  await flow.ended("draft", drafted + 1);
  const pullRequest = (await listPullRequests(flow)).at(-1);
  assert.ok(pullRequest);
  flow.sandbox.linkedin.setFault(fault === "none" ? undefined : fault);
  const visible = flow.sandbox.linkedin.posts().length;
  // Whoever is killed leaves a successor that has ended nothing yet.
  const closed = kill === "never" ? countEnded(flow, "close") : 0;
  const killed = killAt(flow, kill);
  const editor = flow.sandbox.as("editor");
  await editor.setDraft(flow.name, pullRequest.number, false);
  await editor.mergePullRequest(flow.name, pullRequest.number);
  await killed;
  if (kill !== "never") await flow.restart();
  await flow.ended("close", closed + 1);
  const said = (await listAnswers(flow, pullRequest.number)).at(-1) ?? "";
  return judge(said, flow.sandbox.linkedin.posts().length - visible);
}

async function playRow(t: TestContext, fault: Fault | "none"): Promise<void> {
  const outcomes: string[] = [];
  const flow = await startFlow(t, { files: demoFiles, hasLinkedIn: true });
  for (const kill of kills) {
    const outcome = await playCell(flow, fault, kill);
    outcomes.push(`${kill}: ${outcome}`);
    assert.match(outcome, /^(?:sent|failed|unknown)$/, `${fault}, killed ${kill}`);
  }
  t.diagnostic(`${fault} | ${outcomes.join(" | ")}`);
}

// The states are our own whatever the database: on the second one, a row of each end is enough.
const played = chosenKind === "postgresql" ? faults : faults.filter((_, at) => at % 3 === 0);

for (const fault of played) {
  test(`LinkedIn ${fault}, killed at each moment: at most one post, and a true word about it`, (t) =>
    playRow(t, fault));
}

test("negative control: a false word and a doubled post are noticed", () => {
  assert.equal(judge("The announcement is on LinkedIn: x", 0), "FALSE: sent");
  assert.equal(judge("Nothing was sent to LinkedIn: y", 1), "FALSE: failed");
  assert.equal(judge("Nobody can know whether LinkedIn has it", 2), "doubled");
});
