import { type TestContext, test } from "node:test";
import { demoFiles } from "../support/fixtures.ts";
import { startFlow } from "../support/flow.ts";
import { moments } from "../support/kill.ts";
import {
  type Cell,
  checkAnglesCell,
  checkDiscardCell,
  checkDraftCell,
  checkPublishCell,
  listCells,
} from "../support/kill-cells.ts";

async function play(t: TestContext, check: typeof checkDraftCell, cells: readonly Cell[]): Promise<void> {
  const flow = await startFlow(t, { files: demoFiles, hasLinkedIn: true });
  const last = Math.max(...cells.map(({ count }) => count));
  for (const cell of cells) await check(flow, cell, last);
}

// `npm run chaos -- --matrix` plays every cell; here publishing and discarding are hit at one moment of each request.
for (const moment of moments)
  test(`killed at any request while it drafts (${moment}), it ends in one pull request`, (t) =>
    play(t, checkDraftCell, listCells("github", 5, [moment])));

test("killed at any request while it publishes, it posts once at most and says so once", (t) =>
  play(t, checkPublishCell, listCells("github", 2, ["acted"])));

test("killed at any request while it discards, the branch goes and the issue hears of it once", (t) =>
  play(t, checkDiscardCell, listCells("github", 3, ["acted"])));

test("killed at any request while it looks for angles, it answers once", (t) =>
  play(
    t,
    checkAnglesCell,
    // The third and the last write; before the others nothing was done that one of them had not done.
    listCells("github", 5, ["before", "acted"]).filter(
      ({ count, moment }) => moment === "acted" || count === 3 || count === 5,
    ),
  ));
