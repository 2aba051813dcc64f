import { randomUUID } from "node:crypto";
import { after } from "node:test";
import pg from "pg";
import type { PgBoss } from "pg-boss";
import type { QueueDatabase } from "../../src/adapters/postgres/database.ts";
import { migrate } from "../../src/adapters/postgres/migrate.ts";
import { openPglite } from "../../src/adapters/postgres/pglite.ts";
import { openPostgresql } from "../../src/adapters/postgres/postgresql.ts";
import { startBoss } from "../../src/adapters/postgres/workers.ts";
import { type PostgresqlServer, startPostgresqlServer } from "./postgresql-server.ts";
import { copyPreparedFolder, hashSchema } from "./prepared-folder.ts";

export type DatabaseKind = "pglite" | "postgresql";

/** A database of one test's own, migrated. */
export type TestDatabase = {
  readonly kind: DatabaseKind;
  /** What an app is told to use it. */
  readonly env: Readonly<Record<string, string>>;
  /** A minute passes, seen from the database: who was not seen in it is dead. No need where one process has it alone. */
  letTimePass(): Promise<void>;
  /** Opens it beside, or with PGlite instead of, the app. */
  open(): Promise<QueueDatabase>;
  remove(): Promise<void>;
};

export const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** What this run is to be played on: all tests on PostgreSQL, those that lean on the database once more on PGlite. */
export const chosenKind: DatabaseKind =
  process.env.GALLEY_TEST_DATABASE === "pglite" ? "pglite" : "postgresql";

/** A database for one test, copied from a prepared one: PGlite's from a folder, PostgreSQL's from a template. */
export async function createTestDatabase(kind = chosenKind, server?: string): Promise<TestDatabase> {
  if (kind === "postgresql") return await cloneTemplate(server ?? (await findServer()));
  const folder = await copyPreparedFolder();
  return {
    kind,
    env: { DATA_DIR: folder.path },
    letTimePass: async () => {},
    open: () => openPglite(folder.path),
    remove: folder.remove,
  };
}

/**
 * One database for all tests of a file, closed and removed after the last. To be awaited at the top of the file;
 * `beforeClosing` ends what uses it.
 */
export async function useDatabase(
  beforeClosing: () => Promise<void> = async () => {},
): Promise<QueueDatabase> {
  const prepared = await createTestDatabase();
  const database = await prepared.open();
  after(async () => {
    await beforeClosing();
    await database.close();
    await prepared.remove();
  });
  return database;
}

/** The same, with the queue on it, on which nobody works. */
export async function useQueue(): Promise<{ readonly database: QueueDatabase; readonly boss: PgBoss }> {
  let boss: PgBoss | undefined;
  const database = await useDatabase(async () => await boss?.stop({ graceful: false }));
  boss = await startBoss(database, silent);
  return { database, boss };
}

let own: Promise<PostgresqlServer> | undefined;

/** The address of a server for this run: the one that was started for all files, or one of this file's own. */
async function findServer(): Promise<string> {
  const shared = process.env.GALLEY_TEST_POSTGRESQL;
  if (shared) return shared;
  own ??= startPostgresqlServer().then((server) => {
    server.endWithProcess();
    return server;
  });
  return (await own).url;
}

async function cloneTemplate(server: string): Promise<TestDatabase> {
  const template = await prepareTemplate(server);
  const name = `galley_${randomUUID().replaceAll("-", "")}`;
  await administer(server, `create database ${name} template ${template}`);
  const url = withDatabase(server, name);
  return {
    kind: "postgresql",
    env: { DATABASE_URL: url },
    async letTimePass() {
      await administer(url, "update galley.instance set seen_at = seen_at - interval '1 minute'");
      await administer(
        url,
        "update pgboss.job set started_on = started_on - interval '1 minute' where state = 'active'",
      );
    },
    open: async () => openPostgresql(url, silent),
    // A server that a test took away has taken it along.
    remove: () => administer(server, `drop database if exists ${name} with (force)`).catch(() => undefined),
  };
}

/** Made once for these migrations; an advisory lock holds a second test file back meanwhile. */
async function prepareTemplate(server: string): Promise<string> {
  const name = `template_${await hashSchema()}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(1)");
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount) return name;
    await client.query(`create database ${name}_new`);
    const database = openPostgresql(withDatabase(server, `${name}_new`), silent);
    await migrate(database);
    const boss = await startBoss(database, silent);
    await boss.stop({ graceful: false });
    await database.close();
    await client.query(`alter database ${name}_new rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
