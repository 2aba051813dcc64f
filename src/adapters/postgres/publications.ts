import { createHash } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../ports/clock.ts";
import type { Publications } from "../../ports/publications.ts";
import { mayMove, type PublicationState } from "../../publishing/publication.ts";
import type { Database, Row } from "./database.ts";

const columns = "repository_id, pull_request_number, state, body, url, reason";

const states = [
  "planned",
  "sending",
  "sent",
  "unknown",
  "failed",
  "skipped",
] as const satisfies readonly PublicationState[];

const PublicationRow = z
  .object({
    repository_id: z.string(),
    pull_request_number: z.coerce.number(),
    state: z.enum(states),
    body: z.string().nullable(),
    url: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .transform((row) => ({
    repositoryId: row.repository_id,
    pullRequestNumber: row.pull_request_number,
    state: row.state,
    text: row.body,
    url: row.url,
    reason: row.reason,
  }));

/** Publications in our own table; a change is one statement that names the states it may start from. */
export function createPublications(database: Database, clock: Clock, instanceId: string): Publications {
  const now = () => clock.now().toISOString();
  return {
    async load({ repositoryId, pullRequestNumber }) {
      const [row] = await database.query(
        `select ${columns} from galley.publication where repository_id = $1 and pull_request_number = $2`,
        [repositoryId, pullRequestNumber],
      );
      return row && PublicationRow.parse(row);
    },

    async plan({ repositoryId, pullRequestNumber }, text, { state, url = null, reason = null }) {
      await database.query(
        `insert into galley.publication (${columns}, text_hash, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict do nothing`,
        [repositoryId, pullRequestNumber, state, storable(text), url, storable(reason), hash(text), now()],
      );
    },

    async claim({ repositoryId, pullRequestNumber }, text, from) {
      const rows = await database.query(
        `insert into galley.publication (${columns}, text_hash, updated_at, instance_id) values ($1, $2, 'sending', $3, null, null, $4, $5, $7)
         on conflict (repository_id, pull_request_number) do update
           set state = 'sending', body = excluded.body, text_hash = excluded.text_hash, url = null, reason = null,
               updated_at = excluded.updated_at, instance_id = excluded.instance_id
           where galley.publication.state = any($6::text[])
         returning state`,
        [
          repositoryId,
          pullRequestNumber,
          storable(text),
          hash(text),
          now(),
          keepMoves(from, "sending"),
          instanceId,
        ],
      );
      return rows.length > 0;
    },

    async record({ repositoryId, pullRequestNumber }, { state, url = null, reason = null }, from) {
      const rows = await database.query(
        `update galley.publication set state = $3, url = $4, reason = $5, updated_at = $6
         where repository_id = $1 and pull_request_number = $2 and state = any($7::text[]) returning state`,
        [repositoryId, pullRequestNumber, state, url, storable(reason), now(), keepMoves(from, state)],
      );
      return rows.length > 0;
    },

    async note({ repositoryId, pullRequestNumber }, { text, reason }, from) {
      await database.query(
        `update galley.publication set body = $3, text_hash = $4, reason = $5, updated_at = $6
         where repository_id = $1 and pull_request_number = $2 and state = any($7::text[])`,
        [repositoryId, pullRequestNumber, storable(text), hash(text), storable(reason), now(), from],
      );
    },

    async markInterrupted(reason) {
      const rows: Row[] = await database.query(
        `update galley.publication set state = 'unknown', reason = $1, updated_at = $2
         where state = 'sending' and not exists
           (select 1 from galley.instance sender where sender.id = galley.publication.instance_id)
         returning ${columns}`,
        [reason, now()],
      );
      return rows.map((row) => PublicationRow.parse(row));
    },
  };
}

/** A mistake of a caller's must not send anything twice: what is no arrow of the chart moves nothing. */
function keepMoves(from: readonly PublicationState[], to: PublicationState): PublicationState[] {
  return from.filter((state) => mayMove(state, to));
}

/** PostgreSQL's text takes no NUL; YAML can hold one, and halves of surrogate pairs. */
function storable(text: string | null): string | null {
  return text === null ? null : text.toWellFormed().replaceAll("\0", "\uFFFD");
}

/** The hash of what readers see, kept at the merge: a later change is a different announcement. */
function hash(text: string | null): string | null {
  return text === null ? null : createHash("sha256").update(text).digest("hex");
}
