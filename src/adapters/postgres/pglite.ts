import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { fromPglite } from "pg-boss";
import type { Queryable, QueueDatabase, Row } from "./database.ts";
import { lockFolder } from "./lock-folder.ts";

/**
 * Opens PostgreSQL inside this process on the files below `folder`, which it holds alone: two processes on
 * one folder lose rows without an error. Throws a `UserError` when another process has it.
 * It survives the death of the process; the engine does not wait for the disk, so not that of the machine.
 */
export async function openPglite(folder: string): Promise<QueueDatabase> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const release = await lockFolder(folder);
  try {
    const engine = await PGlite.create(join(folder, "database"));
    return {
      isExclusive: true,
      // A rebuild of indexes needs a connection of its own, and this engine has one in all.
      boss: { db: fromPglite(engine), backend: "pglite", reindex: false },
      query: (sql, parameters) => queryWith(engine, sql, parameters),
      execute: async (sql) => {
        await engine.exec(sql);
      },
      transaction: (work) => engine.transaction((inner) => work(asQueryable(inner))),
      close: async () => {
        await engine.close();
        await release();
      },
    };
  } catch (thrown) {
    await release();
    throw thrown;
  }
}

type Engine = Pick<PGlite, "query">;

function asQueryable(engine: Engine): Queryable {
  return { query: (sql, parameters) => queryWith(engine, sql, parameters) };
}

async function queryWith(engine: Engine, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const { rows } = await engine.query<Row>(sql, [...parameters]);
  return rows;
}
