import { readdir, readFile } from "node:fs/promises";
import { z } from "zod";
import type { Database, Queryable } from "./database.ts";

const folder = new URL("./migrations/", import.meta.url);

/** Any number that nothing else on the database locks; the same for every process of Galley. */
const advisoryLock = 7_241_003;

/** Who waits for a lock holds up those behind; the start is tried again. */
const lockTimeout = "5s";

/**
 * Brings the schema `galley` up to date: numbered files, forward only, each applied once. Several processes
 * may start at the same time: an advisory lock lets one through after the other. Rejects when a lock is not to be had.
 */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(bringForward, { mayTakeLong: true });
}

async function bringForward(transaction: Queryable): Promise<void> {
  await transaction.query(`set local lock_timeout = '${lockTimeout}'`);
  await transaction.query(`select pg_advisory_xact_lock(${advisoryLock})`);
  // "if not exists" reads a cache that may not have heard yet of what the holder before us committed.
  const [there] = await transaction.query("select 1 from pg_namespace where nspname = 'galley'");
  if (!there) await transaction.query("create schema galley");
  await transaction.query(
    "create table if not exists galley.migration (number int primary key, name text not null, applied_at timestamptz not null default now())",
  );
  const rows = await transaction.query("select number from galley.migration");
  const applied = new Set(rows.map((row) => z.object({ number: z.coerce.number() }).parse(row).number));
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort()) {
    const number = Number.parseInt(name, 10);
    if (applied.has(number)) continue;
    const sql = await readFile(new URL(name, folder), "utf8");
    for (const statement of splitStatements(sql)) await transaction.query(statement);
    await transaction.query("insert into galley.migration (number, name) values ($1, $2)", [number, name]);
  }
}

/** One statement a call, because a prepared statement holds only one; our files keep `;` for line ends. */
function splitStatements(sql: string): string[] {
  return sql
    .replaceAll(/^--.*$/gm, "")
    .split(/;[ \t]*$/m)
    .map((statement) => statement.trim())
    .filter(Boolean);
}
