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
    return request ? [describeWork(request)] : [];
  });
  const rows = await transaction.query(
    `insert into galley.work (id, kind, repository_id, subject, revision, asked_by, asked_at, payload)
     select id, kind, repository_id, subject, revision, asked_by, $7, payload::jsonb
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $8::text[])
       as work (id, kind, repository_id, subject, revision, asked_by, payload)
     on conflict (kind, repository_id, subject, revision) do update
       set outcome = null, payload = excluded.payload || jsonb_build_object('workId', galley.work.id)
       where galley.work.outcome = 'unreachable'
     returning id::text, kind, repository_id, subject, revision`,
    [
      works.map(({ id }) => id),
      works.map(({ key }) => key.kind),
      works.map(({ key }) => key.repositoryId),
      works.map(({ key }) => key.subject),
      works.map(({ key }) => key.revision),
      works.map(({ asker }) => asker),
      now.toISOString(),
      works.map(({ payload }) => payload),
    ],
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

function describeWork({ key, asker, job }: Omit<WorkRequest, "deliveryId">) {
  const id = randomUUID();
  const payload = JSON.stringify({ ...job, workId: id }, keepStorable);
  return { id, key, asker: asker ?? "", payload };
}

const nameKey = ({ kind, repositoryId, subject, revision }: Record<keyof WorkKey, string>) =>
  JSON.stringify([kind, repositoryId, subject, revision]);
