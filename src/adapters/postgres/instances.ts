import { randomUUID } from "node:crypto";
import type { QueueDatabase } from "./database.ts";

/** Six beats missed: a writer that keeps the process busy for some seconds must not look dead. */
const deadAfterSeconds = 6;

/** This process among those that share the database. */
export type Instance = {
  readonly id: string;
  /** Writes this process down. Where it alone can have the database, everybody else who is written down is dead. */
  join(): Promise<void>;
  /** Says that it lives, forgets the jobs that it has ended, and crosses out the dead. To be called every second. */
  beat(): Promise<void>;
  /** Writes down that this process works on a job of the queue. */
  hold(jobId: string): Promise<void>;
  /** Whether it still is this process's: one that was paused is taken for dead, and its jobs are given to others. */
  holds(jobId: string): Promise<boolean>;
  /** Notes that it does no more; the row goes after the beat that follows, when the queue knows it too. */
  letGo(jobId: string): void;
  leave(): Promise<void>;
};

/** Times are the database's own: the clocks of machines differ. */
export function createInstance(database: QueueDatabase): Instance {
  const id = randomUUID();
  const ended = new Set<string>();
  let ending: readonly string[] = [];
  return {
    id,

    async join() {
      if (database.isExclusive) await database.query("delete from galley.instance");
      await beat(database, id);
    },

    async beat() {
      await beat(database, id);
      // One that was taken up again meanwhile is not among the ended any more.
      const gone = ending.filter((jobId) => ended.has(jobId));
      await database.query("delete from galley.running where instance_id = $1 and job_id = any($2::uuid[])", [
        id,
        gone,
      ]);
      for (const jobId of gone) ended.delete(jobId);
      ending = [...ended];
    },

    async hold(jobId) {
      ended.delete(jobId);
      await database.query(
        `insert into galley.running (job_id, instance_id) values ($1, $2)
         on conflict (job_id) do update set instance_id = excluded.instance_id`,
        [jobId, id],
      );
    },

    async holds(jobId) {
      const rows = await database.query(
        "select 1 from galley.running where job_id = $1 and instance_id = $2",
        [jobId, id],
      );
      return rows.length > 0;
    },

    letGo(jobId) {
      ended.add(jobId);
    },

    async leave() {
      await database.query("delete from galley.running where instance_id = $1", [id]);
      await database.query("delete from galley.instance where id = $1", [id]);
    },
  };
}

/** One that was taken for dead while it was busy is written down again; the dead are crossed out. */
async function beat(database: QueueDatabase, id: string): Promise<void> {
  await database.query(
    "insert into galley.instance (id) values ($1) on conflict (id) do update set seen_at = now()",
    [id],
  );
  await database.query(
    "delete from galley.instance where seen_at < now() - make_interval(secs => $1) and id <> $2",
    [deadAfterSeconds, id],
  );
}
