import type { Probot } from "probot";
import { createAppHooks } from "../adapters/github/app-hooks.ts";
import type { GithubClient } from "../adapters/github/client.ts";
import { lookUp } from "../adapters/github/look-up.ts";
import type { Database } from "../adapters/postgres/database.ts";
import { createOpenWork } from "../adapters/postgres/open-work.ts";
import { createRedeliveries, createWatch } from "../adapters/postgres/watch.ts";
import { systemClock } from "../adapters/system-clock.ts";
import type { Config } from "../config.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Log } from "../ports/log.ts";
import type { Places } from "../ports/open-work.ts";
import { redeliverFailed } from "../reconcile/redeliver-failed.ts";
import { settleOpenWork } from "../reconcile/settle-open-work.ts";
import { keepLooking } from "./keep-looking.ts";

/** Looks for what was missed: to be started when deliveries can be taken, stopped before the database closes. */
export function lookForMissed(parts: {
  readonly config: Pick<Config, "allowedOwners" | "reconcileIntervalMs">;
  readonly database: Database;
  readonly probot: Probot;
  readonly clients: (installationId: number) => GithubClient;
  readonly queue: JobQueue;
  readonly places: Places;
  readonly log: Log;
}): { stop(): Promise<void> } {
  const { config, database, probot, clients, queue, places, log } = parts;
  const watch = createWatch(database);
  const redeliveries = createRedeliveries(database, systemClock);
  const hooks = createAppHooks(probot);
  const { allowedOwners, reconcileIntervalMs } = config;
  const open = {
    lookUp: (installationId: number, nodeIds: readonly string[]) => lookUp(clients(installationId), nodeIds),
    openWork: createOpenWork(database),
  };
  const looks = [
    (signal: AbortSignal) => redeliverFailed({ hooks, watch, redeliveries, clock: systemClock, log }, signal),
    (signal: AbortSignal) => settleOpenWork({ ...open, places, queue, watch, allowedOwners, log }, signal),
  ];
  return keepLooking(looks, reconcileIntervalMs, log);
}
