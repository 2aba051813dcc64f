import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../ports/clock.ts";
import type { Redeliveries, Watch } from "../../ports/watch.ts";
import type { Database } from "./database.ts";

/** Longer than any single request takes; a turn is renewed before each. */
const lease = "interval '60 seconds'";

const Moment = z.union([z.date(), z.string()]).pipe(z.coerce.date()).nullable();

/** Turns as rows with a lease, by the database's clock: processes need not agree on the time, and no connection is held. */
export function createWatch(database: Database): Watch {
  return {
    async take(name) {
      const holder = randomUUID();
      const rows = await database.query(
        `insert into galley.watch (name, held_by, held_until) values ($1, $2, now() + ${lease})
         on conflict (name) do update set held_by = excluded.held_by, held_until = excluded.held_until
           where galley.watch.held_until is null or galley.watch.held_until < now()
         returning seen_until`,
        [name, holder],
      );
      if (!rows[0]) return undefined;
      return {
        seenUntil: z.object({ seen_until: Moment }).parse(rows[0]).seen_until,
        async renew() {
          const renewed = await database.query(
            `update galley.watch set held_until = now() + ${lease} where name = $1 and held_by = $2 returning name`,
            [name, holder],
          );
          return renewed.length > 0;
        },
        async end(seenUntil) {
          await database.query(
            `update galley.watch set held_by = null, held_until = null, seen_until = coalesce($3, seen_until)
             where name = $1 and held_by = $2`,
            [name, holder, seenUntil?.toISOString() ?? null],
          );
        },
      };
    },
  };
}

const Row = z
  .object({ guid: z.string(), attempts: z.coerce.number(), asked_at: Moment })
  .transform(({ guid, attempts, asked_at: askedAt }) => ({ guid, attempts, askedAt }));

/** Deliveries that were asked for again, and those that made work. */
export function createRedeliveries(database: Database, clock: Clock): Redeliveries {
  return {
    async listMissing(guids) {
      const rows = await database.query(
        `select wanted.guid, coalesce(asked.attempts, 0) as attempts, asked.asked_at
         from unnest($1::text[]) as wanted (guid)
         left join galley.redelivery asked on asked.guid = wanted.guid
         where not exists (select 1 from galley.delivery seen where seen.guid = wanted.guid)`,
        [guids],
      );
      return rows.map((row) => Row.parse(row));
    },

    async count(guid) {
      await database.query(
        `insert into galley.redelivery (guid, attempts, asked_at) values ($1, 1, $2)
         on conflict (guid) do update set attempts = galley.redelivery.attempts + 1, asked_at = excluded.asked_at`,
        [guid, clock.now().toISOString()],
      );
    },
  };
}

/** Forgets redeliveries of what GitHub's log has no more. */
export async function forgetOldRedeliveries(database: Database, clock: Clock): Promise<void> {
  const oldest = new Date(clock.now().getTime() - 7 * 24 * 60 * 60 * 1000);
  await database.query("delete from galley.redelivery where asked_at < $1", [oldest.toISOString()]);
}
