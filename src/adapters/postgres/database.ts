/** A row as the driver gives it; whoever asked parses it. */
export type Row = Record<string, unknown>;

/** What runs SQL with `$1` parameters: a connection or a transaction. */
export interface Queryable {
  query(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** A database, whichever engine runs it. */
export interface Database extends Queryable {
  /** Runs several statements without parameters. */
  execute(sql: string): Promise<void>;
  /** All or nothing: commits when `work` resolves, rolls back and rethrows when it rejects. */
  transaction<T>(work: (transaction: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
