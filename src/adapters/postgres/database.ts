import type { ConstructorOptions, Db } from "pg-boss";

/** A row as the driver gives it; whoever asked parses it. */
export type Row = Record<string, unknown>;

/** What runs SQL with `$1` parameters: a connection or a transaction. */
export interface Queryable {
  /** With a `name`, a statement that is run often is parsed and planned once for each connection. */
  query(sql: string, parameters?: readonly unknown[], name?: string): Promise<Row[]>;
}

/** A database, whichever engine runs it. */
export interface Database extends Queryable {
  /** Runs several statements without parameters. */
  execute(sql: string): Promise<void>;
  /**
   * All or nothing: commits when `work` resolves, rolls back and rethrows when it rejects. A statement that takes
   * longer than GitHub waits for an answer is given up, but not in one that `mayTakeLong`.
   */
  transaction<T>(
    work: (transaction: Queryable) => Promise<T>,
    options?: { readonly mayTakeLong?: boolean },
  ): Promise<T>;
  close(): Promise<void>;
}

/** A database that the queue runs on too. */
export interface QueueDatabase extends Database {
  /** Whether this process alone can have it, so that whoever else is written down in it is dead. */
  readonly isExclusive: boolean;
  /** How the queue reaches it. */
  readonly boss: ConstructorOptions;
}

/** A transaction of ours for the queue to write in, so that both happen or neither. */
export function asBossDatabase(transaction: Queryable): Db {
  return {
    executeSql: async (text: string, values?: unknown[]) => ({ rows: await transaction.query(text, values) }),
  };
}
