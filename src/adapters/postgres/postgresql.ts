import pg from "pg";
import { UserError } from "../../errors.ts";
import type { Log } from "../../ports/log.ts";
import type { Queryable, QueueDatabase, Row } from "./database.ts";

/** GitHub waits ten seconds for an answer (docs.github.com, "Best practices for using webhooks"). */
const queryTimeoutMs = 8_000;
const connectTimeoutMs = 5_000;

/** Given up half-way, a change of a big table would begin anew for ever. */
const longQueryTimeoutMs = 6 * 60 * 60 * 1000;
const connections = 10;

/** The queue's own upkeep may take longer than a delivery waits; a connection that was cut unheard must not hold it for ever. */
const queuePatience = 8;

/**
 * PostgreSQL, which many processes may share. Nothing is connected before the first query; a connection that
 * breaks is replaced at the next one, so an outage ends by itself.
 */
export function openPostgresql(url: string, log: Log, timeoutMs = queryTimeoutMs): QueueDatabase {
  const options = { connectionString: url, connectionTimeoutMillis: connectTimeoutMs, keepAlive: true };
  const queueTimeout = { query_timeout: timeoutMs * queuePatience };
  const pool = new pg.Pool({
    ...options,
    max: connections,
    query_timeout: timeoutMs,
    application_name: "galley",
  });
  // Nobody waits for an idle connection; without a listener its end would be that of the process.
  pool.on("error", (error) => log.warn({ err: error }, "Lost a connection to the database"));
  return {
    isExclusive: false,
    boss: { ...options, ...queueTimeout, max: connections, application_name: "galley queue" },
    query: (sql, parameters, name) => queryWith(pool, sql, parameters, name),
    execute: async (sql) => {
      await pool.query(sql);
    },
    transaction: (work, { mayTakeLong = false } = {}) =>
      transact(pool, work, mayTakeLong ? { query_timeout: longQueryTimeoutMs } : {}),
    close: () => pool.end(),
  };
}

/**
 * Whether a person must mend the address or the rights before the database can be used: the codes of
 * "invalid authorization", "invalid catalog name" and "insufficient privilege" (PostgreSQL, appendix A).
 */
export function explainRefusal(thrown: unknown): UserError | undefined {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  if (/^28/.test(code))
    return new UserError("DATABASE_URL names a user or password that the database refuses.");
  if (code === "3D000") return new UserError("DATABASE_URL names a database that does not exist: create it.");
  if (code === "42501")
    return new UserError("DATABASE_URL names a user who may not create the schemas galley and pgboss.");
  return undefined;
}

/** How long to wait for a statement, when it is not as long as for others; the driver's name for it. */
type Patience = { readonly query_timeout?: number };

async function transact<T>(
  pool: pg.Pool,
  work: (transaction: Queryable) => Promise<T>,
  patience: Patience,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A client that is lent out and loses its connection between two queries tells nobody else: unheard, it would
  // end the process.
  const noteBroken = (error: Error) => {
    broken = error;
  };
  client.on("error", noteBroken);
  try {
    await queryWith(client, "begin", [], undefined, patience);
    const result = await work({
      query: (sql, parameters, name) => queryWith(client, sql, parameters, name, patience),
    });
    await queryWith(client, "commit", [], undefined, patience);
    return result;
  } catch (thrown) {
    await client.query("rollback").catch((error: Error) => {
      broken = error;
    });
    throw thrown;
  } finally {
    client.off("error", noteBroken);
    client.release(broken);
  }
}

async function queryWith(
  engine: pg.Pool | pg.PoolClient,
  sql: string,
  parameters: readonly unknown[] = [],
  name?: string,
  patience: Patience = {},
): Promise<Row[]> {
  const query = { text: sql, values: [...parameters], ...(name && { name }), ...patience };
  const { rows } = await engine.query<Row>(query);
  return rows;
}
