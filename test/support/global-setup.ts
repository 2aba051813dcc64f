import { startPostgresqlServer } from "./postgresql-server.ts";

/** One PostgreSQL for all test files of a run that is played on it. */
export async function globalSetup(): Promise<void> {
  if (process.env.GALLEY_TEST_DATABASE === "pglite") return;
  const server = await startPostgresqlServer();
  process.env.GALLEY_TEST_POSTGRESQL = server.url;
  close = server.close;
}

let close: (() => Promise<void>) | undefined;

export async function globalTeardown(): Promise<void> {
  await close?.();
}
