import assert from "node:assert/strict";
import { test } from "node:test";
import type { PgBoss } from "pg-boss";
import { createInstance } from "../../../src/adapters/postgres/instances.ts";
import { queueSettings } from "../../../src/adapters/postgres/queue-settings.ts";
import type { Tasks } from "../../../src/adapters/postgres/run-job.ts";
import { startBoss, startWorkers } from "../../../src/adapters/postgres/workers.ts";
import { PermanentError, RetryableError, SupersededError } from "../../../src/errors.ts";
import { silent, useDatabase } from "../../support/database.ts";

const database = await useDatabase();

/** A job at its last attempt, and what is said of it in the log until the wanted line comes. */
async function work(
  job: { queue: string; data: object },
  tasks: Partial<Tasks>,
  until: string,
): Promise<{ readonly lines: readonly string[]; readonly jobs: readonly object[] }> {
  const boss: PgBoss = await startBoss(database, silent);
  const lines: string[] = [];
  const heard = Promise.withResolvers<void>();
  const note = (_fields: object, message: string) => {
    lines.push(message);
    if (message === until) heard.resolve();
  };
  await database.query("delete from pgboss.job");
  const id = await boss.send(job.queue, job.data, { group: { id: "5" } });
  await database.query(
    "update pgboss.job set retry_limit = $2, retry_count = $3, started_on = now() where id = $1",
    [id, queueSettings.retryLimit, queueSettings.retryLimit - 2],
  );
  const refuse = async () => assert.fail("not to be called");
  const instance = createInstance(database);
  const workers = await startWorkers(
    boss,
    { perform: refuse, giveUp: refuse, endUnsaid: refuse, ...tasks },
    { instance, log: { debug: note, info: note, warn: note, error: note } },
  );
  await heard.promise;
  await workers.stop();
  const jobs = await database.query(
    `select name, state::text as state, start_after > now() + interval '4 minutes' as is_later from pgboss.job order by created_on`,
  );
  return { lines, jobs };
}

const away = async () => {
  throw new RetryableError("GitHub is away");
};
const data = { workId: "0190a1b2-0000-7000-8000-000000000001" };

test("a merge that meets an outage to the last is put off, not given up", async () => {
  const { jobs } = await work(
    { queue: "close", data },
    { perform: away },
    "A job waits for an outage to end",
  );
  assert.deepEqual(jobs, [{ name: "close", state: "retry", is_later: true }]);
});

test("a draft is given up then: somebody waits for a word, and can ask again", async () => {
  const { lines, jobs } = await work(
    { queue: "draft", data },
    { perform: away, giveUp: async () => {} },
    "Ended a job",
  );
  assert.deepEqual(lines, ["Began a job", "A job failed", "Began a job", "Ended a job"]);
  assert.deepEqual(
    jobs.map((job) => ({ ...job, is_later: false })),
    [
      { name: "draft", state: "failed", is_later: false },
      { name: "failed", state: "completed", is_later: false },
    ],
  );
});

test("saying that work failed waits for a limit for a day of its own, whatever the work waited", async () => {
  const waited = { ...data, waits: 30, waitingSince: new Date(0).toISOString(), waitingIn: "draft" };
  const limited = async () => {
    throw new RetryableError("slow down", { retryAfterMs: 600_000 });
  };
  const tasks = { perform: limited, giveUp: limited };
  const { jobs } = await work({ queue: "draft", data: waited }, tasks, "A job waits for a limit");
  assert.deepEqual(jobs.at(-1), { name: "failed", state: "retry", is_later: true });
});

test("what cannot be said at all ends the work", async () => {
  const ended: unknown[] = [];
  const giveUp = async () => {
    throw new PermanentError("the issue is gone");
  };
  const done = Promise.withResolvers<void>();
  const endUnsaid = async (message: unknown) => {
    ended.push(message);
    done.resolve();
  };
  await work({ queue: "failed", data }, { giveUp, endUnsaid }, "A job failed");
  await done.promise;
  assert.deepEqual(ended, [data]);
});

const given = () => database.query("update galley.running set instance_id = gen_random_uuid()");
const late: readonly (readonly [string, () => Promise<void>])[] = [
  [
    "was given to another process while this one was paused",
    async () => {
      await given();
      throw new PermanentError("the connection was cut meanwhile");
    },
  ],
  [
    "another attempt has begun",
    async () => {
      throw new SupersededError("Another attempt at this work has begun; this one stops");
    },
  ],
  [
    "was given to another process, and has run into a limit here",
    async () => {
      await given();
      throw new RetryableError("slow down", { retryAfterMs: 600_000 });
    },
  ],
];
for (const [what, perform] of late) {
  test(`a job is left to whoever has it: ${what}`, async () => {
    const { jobs } = await work({ queue: "draft", data }, { perform }, "Left a job to another attempt");
    assert.deepEqual(jobs, [{ name: "draft", state: "active", is_later: false }]);
  });
}
