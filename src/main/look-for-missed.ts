import type { Probot } from "probot";
import { createAppHooks } from "../adapters/github/app-hooks.ts";
import type { GithubClient } from "../adapters/github/client.ts";
import { createInstallations } from "../adapters/github/installations.ts";
import { lookUp } from "../adapters/github/look-up.ts";
import type { Database } from "../adapters/postgres/database.ts";
import { createOpenWork } from "../adapters/postgres/open-work.ts";
import { createRedeliveries, createWatch } from "../adapters/postgres/watch.ts";
import { systemClock } from "../adapters/system-clock.ts";
import type { Config } from "../config.ts";
import { toError } from "../errors.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Log } from "../ports/log.ts";
import type { Places } from "../ports/open-work.ts";
import { redeliverFailed } from "../reconcile/redeliver-failed.ts";
import { settleOpenWork } from "../reconcile/settle-open-work.ts";
import { surveyRepositories } from "../reconcile/survey-repositories.ts";
import { type Repeated, repeat } from "./repeat.ts";

/** One thing that is looked at again and again. */
type Look = (signal: AbortSignal) => Promise<void>;

/** Looks for what was missed: to be started when deliveries can be taken, stopped before the database closes. */
export function lookForMissed(parts: {
  readonly config: Pick<Config, "allowedOwners" | "reconcileIntervalMs">;
  readonly database: Database;
  readonly probot: Probot;
  readonly clients: (installationId: number) => GithubClient;
  readonly queue: JobQueue;
  readonly places: Places;
  readonly log: Log;
}): Repeated {
  const { config, database, probot, clients, queue, places, log } = parts;
  const watch = createWatch(database);
  const redeliveries = createRedeliveries(database, systemClock);
  const hooks = createAppHooks(probot);
  const { allowedOwners, reconcileIntervalMs } = config;
  const open = {
    lookUp: (installationId: number, nodeIds: readonly string[]) => lookUp(clients(installationId), nodeIds),
    openWork: createOpenWork(database),
  };
  const installations = createInstallations(probot, clients);
  const common = { places, queue, watch, allowedOwners, log };
  const looks: readonly Look[] = [
    (signal) => redeliverFailed({ hooks, watch, redeliveries, clock: systemClock, log }, signal),
    // Before pull requests are looked at: those that moved are then asked for where they are.
    (signal) => surveyRepositories({ ...common, installations, clock: systemClock }, signal),
    (signal) => settleOpenWork({ ...common, ...open }, signal),
  ];
  return repeat((signal) => lookAtAll(looks, log, signal), reconcileIntervalMs, log);
}

/** One after another. One that fails keeps no other: whatever it did not do is still there at the next. */
async function lookAtAll(looks: readonly Look[], log: Log, signal: AbortSignal): Promise<void> {
  for (const look of looks) {
    try {
      await look(signal);
    } catch (thrown) {
      if (signal.aborted) return;
      log.warn({ err: toError(thrown) }, "Could not look for what was missed; the next look will");
    }
  }
  if (!signal.aborted) log.info({}, "Looked for what was missed");
}
