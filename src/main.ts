import type { AddressInfo } from "node:net";
import { createClients, createProbot } from "./adapters/github/client.ts";
import type { Queryable } from "./adapters/postgres/database.ts";
import { openPglite } from "./adapters/postgres/pglite.ts";
import { explainRefusal, openPostgresql } from "./adapters/postgres/postgresql.ts";
import { systemClock } from "./adapters/system-clock.ts";
import { createApp } from "./app.ts";
import { type Config, loadConfig, loadSetUpConfig } from "./config.ts";
import { RetryableError, toError, UserError } from "./errors.ts";
import { createRoutes } from "./http/routes.ts";
import { createRoutesHandler, createServer } from "./http/server.ts";
import { createLogger } from "./log.ts";
import { type KeptTrying, keepTrying } from "./main/keep-trying.ts";
import { setUp } from "./main/set-up.ts";
import { startRecurring } from "./main/start-recurring.ts";
import { startWork, type Work } from "./main/start-work.ts";
import { stopOnSignal } from "./main/stop-on-signal.ts";
import type { Clock } from "./ports/clock.ts";
import type { Log } from "./ports/log.ts";

/** A running Galley. */
export type Running = {
  readonly port: number;
  /** Takes in what is due by the clock; the timer does the same. */
  tick(): Promise<void>;
  /** Drains: no new deliveries, jobs given back, database closed. */
  stop(): Promise<void>;
};

/** What a test may put in the place of the world: time. */
export type Timing = { readonly clock: Clock; readonly tickIntervalMs: number };

/** A schedule is due to the minute; a look costs one statement. */
const realTime: Timing = { clock: systemClock, tickIntervalMs: 15_000 };

/** Starts everything that one process holds, in the order in which each needs the one before. */
export async function start(
  config: Config,
  log: Log & ReturnType<typeof createLogger>,
  { clock, tickIntervalMs }: Timing = realTime,
): Promise<Running> {
  const database = config.databaseUrl
    ? openPostgresql(config.databaseUrl, log)
    : await openPglite(config.dataDir);
  const probot = createProbot({
    appId: config.app.id,
    privateKey: config.app.privateKey,
    secret: config.app.webhookSecret,
    baseUrl: config.githubApiUrl,
    // Probot logs the body of each request at debug: what sources say would stand there.
    log: log.child({}, log.isLevelEnabled("warn") ? { level: "warn" } : {}),
  });
  const outside = {
    config,
    probot,
    clients: createClients(probot, config.githubWriteIntervalMs),
    clock,
    log,
  };
  // Elsewhere, the database may come later than we: until then deliveries are answered with 503.
  const work = await keepTrying(() => startWork(database, outside), {
    explain: (thrown) => (database.isExclusive ? toError(thrown) : explainRefusal(thrown)),
    log,
  });
  const app = createApp({
    allowedOwners: config.allowedOwners,
    get queue() {
      return requireStanding(work).queue;
    },
    get schedules() {
      return requireStanding(work).schedules;
    },
    get places() {
      return requireStanding(work).places;
    },
    log,
  });
  const routes = createRoutesHandler(createRoutes(() => isReady(database, work)));
  const { webhookSecret } = config.app;
  const server = createServer({ app, routes, webhookSecret, log });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  log.info({ port, host: config.host }, "Galley is listening");
  const recurring = startRecurring(work, { ...outside, database, tickIntervalMs });
  return {
    port,
    tick: recurring.tick,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await recurring.stop();
      await (await work.end())?.stop();
      // A client that never ends its request must not hold the process past the time it is given.
      server.closeAllConnections();
      await closed;
      await database.close();
    },
  };
}

async function isReady(database: Queryable, work: KeptTrying<Work>): Promise<boolean> {
  try {
    return work.current() !== undefined && (await database.query("select 1 as ready")).length === 1;
  } catch {
    return false;
  }
}

function requireStanding(work: KeptTrying<Work>): Work {
  const standing = work.current();
  if (!standing) throw new RetryableError("The database does not answer yet");
  return standing;
}

/** The process: what is wrong at the start is one sentence; a signal ends it in order. */
async function main(): Promise<void> {
  const setUpConfig = loadSetUpConfig();
  const port = setUpConfig ? await setUp(setUpConfig) : undefined;
  // As after any restart: what set-up left is read from where it is kept.
  const loaded = loadConfig();
  const config = port === undefined ? loaded : { ...loaded, port };
  const { app, languageModel, linkedin } = config;
  const others = [app.client?.secret, languageModel?.apiKey, linkedin?.accessToken, config.databaseUrl].map(
    (secret) => secret ?? "",
  );
  const secrets = [app.privateKey, app.webhookSecret, ...others];
  const log = createLogger({ level: config.logLevel, secrets });
  const starting = start(config, log);
  // Before anything listens: a signal that comes while we start is obeyed when there is something to stop.
  stopOnSignal(log, () => starting.then((running) => running.stop()));
  await starting;
}

if (import.meta.main) {
  main().catch((thrown) => {
    const error = toError(thrown);
    process.stderr.write(
      error instanceof UserError ? `galley: ${error.message}\n` : `galley: ${error.stack}\n`,
    );
    process.exit(1);
  });
}
