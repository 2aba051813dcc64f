import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { QueueDatabase } from "../src/adapters/postgres/database.ts";
import { createDispatcher } from "../src/adapters/postgres/dispatch.ts";
import { migrate } from "../src/adapters/postgres/migrate.ts";
import { openPglite } from "../src/adapters/postgres/pglite.ts";
import { createSchedules } from "../src/adapters/postgres/schedules.ts";
import { startBoss } from "../src/adapters/postgres/workers.ts";
import { tick } from "../src/triggers/tick.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Due at each tick, whatever is installed beside them. */
const dueRows = 70;
const rounds = 9;
const goal = 1.5;

/** A Galley with this many schedules, weekly and spread over the week to come, in New York. */
async function install(folder: string, count: number) {
  const database = await openPglite(join(folder, String(count)));
  await migrate(database);
  const boss = await startBoss(database, silent);
  await database.query(
    `insert into galley.schedule
     select n::text, 'The Constellation', (n % 100)::text, 'acme', 'notes-' || n, 'blog-idea', '0 9 * * 2', 'America/New_York',
       timestamptz '2026-03-03 14:00Z' + interval '1 second' * (n * 7919 % 600000)
     from generate_series(1, $1::int) n`,
    [count],
  );
  // As it would stand after a day of running.
  await database.execute("vacuum analyze galley.schedule");
  return { database, boss, count };
}

type Installed = Awaited<ReturnType<typeof install>>;

/** The CPU of one tick, in milliseconds, with everything that it writes. */
async function measure({ database, boss, count }: Installed, round: number): Promise<number> {
  const now = new Date(Date.UTC(2026, 2, 3, 13, round));
  await makeDue(database, count, now);
  const schedules = createSchedules({ database, clock: { now: () => now }, wake: () => {} });
  const before = process.cpuUsage();
  const taken = await tick({ schedules, log: silent }, new AbortController().signal);
  await createDispatcher({ database, boss, log: silent }).dispatch();
  const { user, system } = process.cpuUsage(before);
  if (taken !== dueRows) throw new Error(`${taken} schedules were due, not ${dueRows}`);
  return (user + system) / 1_000;
}

/** Spread over the table, and their work of the round before is finished. */
async function makeDue(database: QueueDatabase, count: number, now: Date): Promise<void> {
  await database.query("update galley.work set outcome = 'nothing' where outcome is null");
  await database.query(
    "update galley.schedule set next_at = $1 where repository_id in (select (n * ($2::int / 70))::text from generate_series(1, 70) n)",
    [new Date(now.getTime() - 1_000).toISOString(), count],
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** A tick with 70 due rows among 1,000 and among 100,000, side by side in one run. */
export async function run(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "galley-bench-"));
  try {
    const few = await install(folder, 1_000);
    const many = await install(folder, 100_000);
    // The first ticks compile.
    for (const one of [few, many]) await measure(one, 0);
    const fewMs: number[] = [];
    const manyMs: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      // Who goes first changes, so that neither always pays for the other's rubbish.
      const pairs = [
        [few, fewMs],
        [many, manyMs],
      ] as const;
      for (const [one, times] of round % 2 ? pairs : pairs.toReversed())
        times.push(await measure(one, round));
    }
    const ratio = median(manyMs) / median(fewMs);
    process.stdout.write(
      `a tick with ${dueRows} due schedules: ${median(fewMs).toFixed(0)} ms of CPU at 1,000 installed, ${median(manyMs).toFixed(0)} ms at 100,000 (median of ${rounds}, this machine)\n` +
        `schedules ratio ${ratio.toFixed(2)} (at most ${goal})\n`,
    );
    for (const { boss, database } of [few, many]) {
      await boss.stop({ graceful: false });
      await database.close();
    }
    return ratio <= goal ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
