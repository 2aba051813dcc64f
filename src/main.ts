import type { AddressInfo } from "node:net";
import { createExtractiveWriter } from "./adapters/extractive/extractive-writer.ts";
import { createClients, createProbot } from "./adapters/github/client.ts";
import { createRepository } from "./adapters/github/repository.ts";
import { createLinkedInChannel } from "./adapters/linkedin/linkedin-channel.ts";
import { createLanguageModel } from "./adapters/openai/language-model.ts";
import type { Database } from "./adapters/postgres/database.ts";
import { createJobQueue, forgetOldDeliveries } from "./adapters/postgres/job-queue.ts";
import { migrate } from "./adapters/postgres/migrate.ts";
import { createPlaces } from "./adapters/postgres/open-work.ts";
import { openPglite } from "./adapters/postgres/pglite.ts";
import { createPublications } from "./adapters/postgres/publications.ts";
import { createStore } from "./adapters/postgres/store.ts";
import { forgetOldRedeliveries } from "./adapters/postgres/watch.ts";
import { recoverOrphans, startBoss, startWorkers } from "./adapters/postgres/workers.ts";
import { systemClock } from "./adapters/system-clock.ts";
import { createApp } from "./app.ts";
import { type Config, loadConfig, loadSetUpConfig } from "./config.ts";
import { createModelWriter } from "./drafting/write-with-model.ts";
import { toError, UserError } from "./errors.ts";
import { createRoutes } from "./http/routes.ts";
import { createRoutesHandler, createServer } from "./http/server.ts";
import { giveUp } from "./jobs/tasks/give-up.ts";
import { perform } from "./jobs/tasks/perform.ts";
import type { TaskWorld } from "./jobs/tasks/world.ts";
import { createLogger } from "./log.ts";
import { lookForMissed } from "./main/look-for-missed.ts";
import { setUp } from "./main/set-up.ts";
import { stopOnSignal } from "./main/stop-on-signal.ts";
import type { Log } from "./ports/log.ts";

/** A running Galley. `stop` drains: no new deliveries, jobs given back, database closed. */
export type Running = { readonly port: number; stop(): Promise<void> };

/** Starts everything that one process holds, in the order in which each needs the one before. */
export async function start(config: Config, log: Log & ReturnType<typeof createLogger>): Promise<Running> {
  const database = await openPglite(config.dataDir);
  await migrate(database);
  await forgetOldDeliveries(database, systemClock);
  await forgetOldRedeliveries(database, systemClock);
  const boss = await startBoss(database, log);
  const places = createPlaces(database);
  const publications = createPublications(database, systemClock);
  // The folder's lock proves that whoever was sending is dead: nobody can know what became of it.
  await publications.markInterrupted("Galley stopped while it was being sent.");
  await recoverOrphans(database, boss, log);

  const probot = createProbot({
    appId: config.app.id,
    privateKey: config.app.privateKey,
    secret: config.app.webhookSecret,
    baseUrl: config.githubApiUrl,
    // Probot logs the body of each request at debug: what sources say would stand there.
    log: log.child({}, log.isLevelEnabled("warn") ? { level: "warn" } : {}),
  });
  const clients = createClients(probot, config.githubWriteIntervalMs);
  const world: TaskWorld = {
    connectRepository: ({ installationId, ...place }) => createRepository(clients(installationId), place),
    store: createStore(database),
    publications,
    places,
    channel: createLinkedInChannel(config.linkedin),
    writer: config.languageModel
      ? createModelWriter(createLanguageModel(config.languageModel))
      : createExtractiveWriter(),
    clock: systemClock,
    log,
    githubHost: config.githubHost,
    githubUrl: config.githubUrl,
  };
  const workers = await startWorkers(
    boss,
    {
      perform: (payload, signal) => perform(payload, world, signal),
      giveUp: (payload, signal) => giveUp(payload, world, signal),
    },
    log,
  );

  const queue = createJobQueue({ database, boss, clock: systemClock });
  const app = createApp({
    routes: createRoutesHandler(createRoutes(() => isReady(database))),
    allowedOwners: config.allowedOwners,
    queue,
    places,
    log,
  });
  const server = await createServer({ probot, app, webhookSecret: config.app.webhookSecret, log });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  log.info({ port, host: config.host }, "Galley is listening");
  const looking = lookForMissed({ config, database, probot, clients, queue, places, log });
  return {
    port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await looking.stop();
      await workers.stop();
      // A client that never ends its request must not hold the process past the time it is given.
      server.closeAllConnections();
      await closed;
      await database.close();
    },
  };
}

async function isReady(database: Database): Promise<boolean> {
  try {
    return (await database.query("select 1 as ready")).length === 1;
  } catch {
    return false;
  }
}

/** The process: what is wrong at the start is one sentence; a signal ends it in order. */
async function main(): Promise<void> {
  const setUpConfig = loadSetUpConfig();
  const port = setUpConfig ? await setUp(setUpConfig) : undefined;
  // As after any restart: what set-up left is read from where it is kept.
  const loaded = loadConfig();
  const config = port === undefined ? loaded : { ...loaded, port };
  const { app, languageModel, linkedin } = config;
  const others = [app.client?.secret, languageModel?.apiKey, linkedin?.accessToken].map(
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
