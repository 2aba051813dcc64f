import type { Clock } from "../../ports/clock.ts";
import type { Ledgers } from "../../ports/ledgers.ts";
import type { Database } from "./database.ts";
import { stringifyStorable } from "./stringify-storable.ts";

/** Ledgers in our own table. */
export function createLedgers(database: Database, clock: Clock): Ledgers {
  return {
    async save({ repositoryId, number }, postHash, ledger) {
      await database.query(
        `insert into galley.ledger (repository_id, pull_request_number, post_hash, value, first_at, seen_at)
         values ($1, $2, $3, $4::jsonb, $5, $5)
         on conflict (repository_id, pull_request_number, post_hash)
           do update set value = excluded.value, seen_at = excluded.seen_at`,
        [repositoryId, number, postHash, stringifyStorable(ledger), clock.now().toISOString()],
      );
    },

    async load({ repositoryId, number }) {
      const rows = await database.query(
        `select value from (
           (select value, 0 as place from galley.ledger where repository_id = $1 and pull_request_number = $2 order by first_at limit 1)
           union all
           (select value, 1 as place from galley.ledger where repository_id = $1 and pull_request_number = $2 order by seen_at desc limit 1)
         ) as found order by place`,
        [repositoryId, number],
      );
      const [first, newest] = rows;
      return first && newest && { first: first.value, newest: newest.value };
    },

    async forget({ repositoryId, number }) {
      await database.query(
        "delete from galley.ledger where repository_id = $1 and pull_request_number = $2",
        [repositoryId, number],
      );
    },
  };
}
