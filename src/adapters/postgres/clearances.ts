import { z } from "zod";
import type { Clearance, Clearances } from "../../ports/clearances.ts";
import type { PublicationKey } from "../../ports/publications.ts";
import type { Database } from "./database.ts";

const Row = z
  .object({ number: z.coerce.number(), value_hash: z.string(), released_by: z.string().nullable() })
  .transform((row): Clearance => ({ number: row.number, hash: row.value_hash, releasedBy: row.released_by }));

const isKey = "repository_id = $1 and pull_request_number = $2";

/** Findings and their release in our own tables. */
export function createClearances(database: Database): Clearances {
  const list = async ({ repositoryId, pullRequestNumber }: PublicationKey) => {
    const rows = await database.query(
      `select number, value_hash, released_by from galley.clearance where ${isKey} order by number`,
      [repositoryId, pullRequestNumber],
    );
    return rows.map((row) => Row.parse(row));
  };
  return {
    async open({ repositoryId, pullRequestNumber }, { secrets, findings }) {
      await database.query("insert into galley.secret values ($1, $2, $3) on conflict do nothing", [
        repositoryId,
        pullRequestNumber,
        JSON.stringify(secrets),
      ]);
      await database.query(
        `insert into galley.clearance (repository_id, pull_request_number, number, value_hash)
         select $1, $2, number, hash from unnest($3::int[], $4::text[]) as found (number, hash)
         on conflict do nothing`,
        [
          repositoryId,
          pullRequestNumber,
          findings.map(({ number }) => number),
          findings.map(({ hash }) => hash),
        ],
      );
    },

    async loadSecrets({ repositoryId, pullRequestNumber }) {
      const [row] = await database.query(`select hashes from galley.secret where ${isKey}`, [
        repositoryId,
        pullRequestNumber,
      ]);
      return typeof row?.hashes === "string" ? JSON.parse(row.hashes) : undefined;
    },

    list,

    async number(key, hashes) {
      const known = new Set((await list(key)).map(({ hash }) => hash));
      for (const hash of hashes.filter((one) => !known.has(one)))
        await database.query(
          `insert into galley.clearance (repository_id, pull_request_number, number, value_hash)
           select $1, $2, coalesce(max(number), 0) + 1, $3 from galley.clearance where ${isKey}
           on conflict do nothing`,
          [key.repositoryId, key.pullRequestNumber, hash],
        );
      return await list(key);
    },

    async release({ repositoryId, pullRequestNumber }, hashes, { person, at }) {
      await database.query(
        `update galley.clearance set released_by = $4, released_at = $5
         where ${isKey} and value_hash = any($3::text[]) and released_by is null`,
        [repositoryId, pullRequestNumber, hashes, person, at.toISOString()],
      );
    },
  };
}
