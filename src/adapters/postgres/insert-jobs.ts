import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { z } from "zod";
import type { WorkKey } from "../../jobs/payload.ts";
import type { WorkRequest } from "../../ports/job-queue.ts";
import { asBossDatabase, type Queryable } from "./database.ts";
import { keepStorable } from "./keep-storable.ts";

/** The works and their jobs, inside a transaction; by request, but for those that were taken in before. */
export async function insertJobs<Request extends Omit<WorkRequest, "deliveryId">>(
  transaction: Queryable,
  boss: PgBoss,
  requests: readonly Request[],
  now: Date,
): Promise<ReadonlyMap<Request, string>> {
  const inserted = await insertWorks(transaction, requests, now);
  const db = asBossDatabase(transaction);
  for (const kind of new Set(inserted.map(({ request }) => request.job.kind))) {
    const jobs = inserted
      .filter(({ request }) => request.job.kind === kind)
      .map(({ request, workId, isTakenUp }) => ({
        // A job's id is its work's, but for work that is taken up again: the queue still knows the first one.
        id: isTakenUp ? randomUUID() : workId,
        data: { workId },
        group: { id: String(request.installationId) },
      }));
    await boss.insert(kind, jobs, { db });
  }
  return new Map(inserted.map(({ request, workId }) => [request, workId]));
}

type Inserted<Request> = { readonly request: Request; readonly workId: string; readonly isTakenUp: boolean };

/** Leaves out what was taken in before; work that the App was not allowed to do is taken up again. */
async function insertWorks<Request extends Omit<WorkRequest, "deliveryId">>(
  transaction: Queryable,
  requests: readonly Request[],
  now: Date,
): Promise<Inserted<Request>[]> {
  // One statement may not touch a row twice: the second that asks for the same is left out here.
  const byKey = new Map(requests.toReversed().map((request) => [nameKey(request.key), request]));
  if (byKey.size === 0) return [];
  const works = [...byKey.keys()].sort().flatMap((name) => {
    const request = byKey.get(name);
    return request ? [describeWork(request, now)] : [];
  });
  const rows = await transaction.query(
    `insert into galley.work (id, kind, repository_id, subject, revision, asked_by, asked_at, payload)
     select id, kind, repository_id, subject, revision, asked_by, asked_at, payload
     from jsonb_to_recordset($1::jsonb) as work
       (id uuid, kind text, repository_id text, subject text, revision text, asked_by text, asked_at timestamptz, payload jsonb)
     on conflict (kind, repository_id, subject, revision) do update
       set outcome = null, payload = excluded.payload || jsonb_build_object('workId', galley.work.id)
       where galley.work.outcome = 'unreachable'
     returning id::text, kind, repository_id, subject, revision`,
    [JSON.stringify(works, keepStorable)],
  );
  const ids = new Set<string>(works.map(({ id }) => id));
  const Row = z.object({
    id: z.string(),
    kind: z.string(),
    repository_id: z.string(),
    subject: z.string(),
    revision: z.string(),
  });
  return rows.flatMap((row) => {
    const { id, repository_id: repositoryId, ...rest } = Row.parse(row);
    const request = byKey.get(nameKey({ ...rest, repositoryId }));
    return request ? [{ request, workId: id, isTakenUp: !ids.has(id) }] : [];
  });
}

function describeWork({ key, asker, job }: Omit<WorkRequest, "deliveryId">, now: Date) {
  const id = randomUUID();
  return {
    id,
    kind: key.kind,
    repository_id: key.repositoryId,
    subject: key.subject,
    revision: key.revision,
    asked_by: asker ?? "",
    asked_at: now.toISOString(),
    payload: { ...job, workId: id },
  };
}

const nameKey = ({ kind, repositoryId, subject, revision }: Record<keyof WorkKey, string>) =>
  JSON.stringify([kind, repositoryId, subject, revision]);
