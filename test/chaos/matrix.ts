import type { Cleanup } from "../support/cleanup.ts";
import { createTestDatabase, type DatabaseKind } from "../support/database.ts";
import { demoFiles } from "../support/fixtures.ts";
import { startFlow } from "../support/flow.ts";
import { moments } from "../support/kill.ts";
import {
  type Cell,
  checkDiscardCell,
  checkDraftCell,
  checkPublishCell,
  listCells,
  nameCell,
} from "../support/kill-cells.ts";
import { goodRules } from "../support/model-flow.ts";

/** Every request of each kind of work, at every moment. */
const kinds: readonly [string, typeof checkDraftCell, readonly Cell[]][] = [
  [
    "draft",
    checkDraftCell,
    [...listCells("github", 5, moments), ...listCells("model", goodRules.length, moments)],
  ],
  ["publish", checkPublishCell, [...listCells("github", 2, moments), ...listCells("linkedin", 1, moments)]],
  ["discard", checkDiscardCell, listCells("github", 3, moments)],
];

/** Kills the app in every cell on both databases; prints each, and resolves with 0 when all hold. */
export async function playMatrix(say: (line: string) => void): Promise<number> {
  let failures = 0;
  let cells = 0;
  for (const database of ["pglite", "postgresql"] as const)
    for (const [kind, check, all] of kinds) {
      const wrong = await playKind(database, check, all);
      failures += wrong.length;
      cells += all.length;
      say(`${database}, ${kind}: ${all.length - wrong.length} of ${all.length} cells hold`);
      for (const line of wrong) say(`  ${line}`);
    }
  say(`${cells} cells, ${failures} failed`);
  return failures === 0 ? 0 : 1;
}

/** Ten cells for each app: a repository has its drafts of a day, and a person their commands of an hour. */
async function playKind(
  kind: DatabaseKind,
  check: typeof checkDraftCell,
  cells: readonly Cell[],
): Promise<string[]> {
  const wrong: string[] = [];
  const last = Math.max(...cells.filter(({ service }) => service === "github").map(({ count }) => count));
  for (let from = 0; from < cells.length; from += 10) {
    const cleanups: (() => unknown)[] = [];
    const cleanup: Cleanup = { after: (work) => void cleanups.push(work) };
    const flow = await startFlow(cleanup, {
      files: demoFiles,
      hasLinkedIn: true,
      hasModel: true,
      database: () => createTestDatabase(kind),
    });
    flow.sandbox.model.script(goodRules);
    for (const cell of cells.slice(from, from + 10))
      await check(flow, cell, last).catch((thrown: Error) =>
        wrong.push(`${nameCell(cell)}: ${thrown.message}`),
      );
    for (const work of cleanups.reverse()) await work();
  }
  return wrong;
}
