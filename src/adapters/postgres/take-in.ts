import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Enqueued, WorkRequest } from "../../ports/job-queue.ts";
import type { Queryable } from "./database.ts";
import { stringifyStorable } from "./stringify-storable.ts";

/** More commands than this from one person within an hour are not looked at. */
export const commandsPerHour = 10;

const hourMs = 60 * 60 * 1000;

/**
 * One statement for everything that takes work in, since each more is a way to the database and back: the
 * deliveries that are new, the commands that their askers have left, the work that was not taken in before. Rows
 * are inserted in one order, so that two processes never wait for each other's. Work that the App was not allowed
 * to do is taken up again. The payloads go as one run of bytes: as an array of texts, each was escaped here and read
 * character by character there, which took longer than all else.
 */
const statement = `
  with asked as (
    select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[], $10::int[])
      with ordinality as asked (guid, id, kind, repository_id, subject, revision, asked_by, installation_id, starts, bytes, place)
  ), seen as (
    insert into galley.delivery (guid, seen_at)
    select distinct guid, $12::timestamptz from asked where guid is not null order by guid
    on conflict do nothing returning guid
  ), spent as (
    select asked_by, commands from (select distinct asked_by from asked where asked_by <> '') as asker
      cross join lateral (
        select count(*) as commands from galley.work
        where work.asked_by = asker.asked_by and asked_at > $13::timestamptz
      ) as count
  ), fresh as (
    select asked.place, kind, repository_id, subject, revision, asked.asked_by,
      row_number() over (partition by asked.asked_by order by place) + coalesce(commands, 0) as command
    from asked left join spent using (asked_by)
    where guid is null or (guid in (select guid from seen)
      and place = (select min(twin.place) from asked twin where twin.guid = asked.guid))
  ), accepted as (
    select distinct on (kind, repository_id, subject, revision) * from fresh
    where asked_by = '' or command <= $14
    order by kind, repository_id, subject, revision, place
  ), inserted as (
    insert into galley.work as work (id, kind, repository_id, subject, revision, asked_by, asked_at, installation_id, payload)
    select id, asked.kind, asked.repository_id, asked.subject, asked.revision, asked.asked_by, $12::timestamptz, installation_id,
      convert_from(substring($11::bytea from starts for bytes), 'UTF8')
    from accepted join asked using (place) order by asked.kind, asked.repository_id, asked.subject, asked.revision
    on conflict (kind, repository_id, subject, revision) do update
      set outcome = null, queued_at = null, installation_id = excluded.installation_id, payload = excluded.payload
      where work.outcome = 'unreachable'
    returning kind, repository_id, subject, revision
  )
  select asked.place::int as place,
    case
      when accepted.place is not null and inserted.kind is not null then 'enqueued'
      when fresh.command > $14 and fresh.asked_by <> '' then 'too-many'
      else 'duplicate'
    end as outcome
  from asked
    left join fresh on fresh.place = asked.place
    left join accepted on accepted.place = asked.place
    left join inserted on (inserted.kind, inserted.repository_id, inserted.subject, inserted.revision)
      = (asked.kind, asked.repository_id, asked.subject, asked.revision)`;

const Row = z.object({
  place: z.coerce.number(),
  outcome: z.enum(["enqueued", "duplicate", "too-many"]),
});

/** Takes these in, all or none; what became of each, in their order. The queue has the work when it was dispatched. */
export async function takeInAll(
  database: Queryable,
  requests: readonly WorkRequest[],
  now: Date,
): Promise<Enqueued[]> {
  const payloads = requests.map(({ job }) => Buffer.from(stringifyStorable(job)));
  const rows = await database.query(
    statement,
    [
      requests.map(({ deliveryId }) => deliveryId),
      requests.map(() => randomUUID()),
      requests.map(({ key }) => key.kind),
      requests.map(({ key }) => key.repositoryId),
      requests.map(({ key }) => key.subject),
      requests.map(({ key }) => key.revision),
      requests.map(({ asker }) => asker ?? ""),
      requests.map(({ installationId }) => String(installationId)),
      findStarts(payloads),
      payloads.map(({ length }) => length),
      Buffer.concat(payloads),
      now.toISOString(),
      new Date(now.getTime() - hourMs).toISOString(),
      commandsPerHour,
    ],
    "take-in",
  );
  const outcomes = new Map(rows.map((row) => Row.parse(row)).map(({ place, outcome }) => [place, outcome]));
  return requests.map((_, at) => outcomes.get(at + 1) ?? "duplicate");
}

/** Where each begins when they stand behind each other; PostgreSQL counts from 1. */
function findStarts(payloads: readonly Buffer[]): number[] {
  let next = 1;
  return payloads.map(({ length }) => {
    const start = next;
    next += length;
    return start;
  });
}
