import { createClearances } from "../adapters/postgres/clearances.ts";
import type { QueueDatabase } from "../adapters/postgres/database.ts";
import { createDispatcher } from "../adapters/postgres/dispatch.ts";
import { createInstance } from "../adapters/postgres/instances.ts";
import { createJobQueue } from "../adapters/postgres/job-queue.ts";
import { createLedgers } from "../adapters/postgres/ledgers.ts";
import { migrate } from "../adapters/postgres/migrate.ts";
import { createPlaces } from "../adapters/postgres/open-work.ts";
import { createPublications } from "../adapters/postgres/publications.ts";
import { createSchedules } from "../adapters/postgres/schedules.ts";
import { createStore } from "../adapters/postgres/store.ts";
import { takeOver } from "../adapters/postgres/take-over.ts";
import { startBoss, startWorkers } from "../adapters/postgres/workers.ts";
import { toError } from "../errors.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Places } from "../ports/open-work.ts";
import type { Schedules } from "../ports/schedules.ts";
import { createTasks, type Outside } from "./create-tasks.ts";
import { forgetOld } from "./forget-old.ts";
import { showAlive } from "./show-alive.ts";

/** What stands on the database: taking work in, and doing it. */
export type Work = {
  readonly queue: JobQueue;
  readonly schedules: Schedules;
  readonly places: Places;
  stop(): Promise<void>;
};

/** Brings the database up to date and begins to work, after whoever worked on it before and is dead. */
export async function startWork(database: QueueDatabase, outside: Outside): Promise<Work> {
  const { clock, log } = outside;
  await migrate(database);
  const boss = await startBoss(database, log);
  try {
    const instance = createInstance(database);
    await instance.join();
    const publications = createPublications(database, clock, instance.id);
    const left = { database, boss, publications, log };
    await takeOver({ ...left, isStart: true });
    const dispatcher = createDispatcher({ database, boss, log });
    const schedules = createSchedules({ database, clock, wake: dispatcher.wake });
    const places = createPlaces(database);
    const tasks = createTasks(outside, {
      store: createStore(database),
      publications,
      clearances: createClearances(database),
      ledgers: createLedgers(database, clock),
      schedules,
      places,
    });
    const workers = await startWorkers(boss, tasks, { instance, log });
    const alive = showAlive({
      beat: instance.beat,
      takeOver: () => takeOver({ ...left, isStart: false }),
      wakeDispatcher: dispatcher.wake,
      log,
    });
    const forgetting = forgetOld({ database, clock, log });
    return {
      queue: createJobQueue({ database, clock, wake: dispatcher.wake }),
      schedules,
      places,
      async stop() {
        await dispatcher.stop();
        await workers.stop();
        await Promise.all([alive.stop(), forgetting.stop()]);
        await instance.leave().catch((thrown) => log.warn({ err: toError(thrown) }, "Could not sign off"));
      },
    };
  } catch (thrown) {
    await boss.stop({ graceful: false });
    throw thrown;
  }
}
