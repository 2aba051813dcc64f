import { z } from "zod";
import type { Store } from "../../ports/store.ts";
import type { Database } from "./database.ts";
import { stringifyStorable } from "./stringify-storable.ts";

const AnglesRow = z
  .object({
    issue_hash: z.string(),
    angles: z.array(z.object({ title: z.string(), angle: z.string() })),
  })
  .transform(({ issue_hash: issueHash, angles }) => ({ issueHash, angles }));

const EarlierRow = z
  .object({
    number: z.coerce.number(),
    file: z.string(),
    angle: z.string(),
    ended: z.enum(["merged", "closed"]).nullable(),
    discarded: z.boolean(),
  })
  .transform(({ ended, discarded, ...row }) => ({
    ...row,
    state: discarded ? ("discarded" as const) : ended === "merged" ? ("merged" as const) : ("open" as const),
  }));

/** What was proposed for issues, and what became of earlier angles. */
export function createAngles(
  database: Database,
): Pick<Store, "saveAngles" | "loadAngles" | "listEarlierAngles"> {
  return {
    async saveAngles({ repositoryId, issueNumber }, { issueHash, angles }, at) {
      await database.query(
        `insert into galley.angles (repository_id, issue_number, issue_hash, angles, proposed_at)
         values ($1, $2, $3, $4::jsonb, $5)
         on conflict (repository_id, issue_number) do update
           set issue_hash = excluded.issue_hash, angles = excluded.angles, proposed_at = excluded.proposed_at`,
        [repositoryId, issueNumber, issueHash, stringifyStorable(angles), at.toISOString()],
      );
    },

    async loadAngles({ repositoryId, issueNumber }) {
      const [row] = await database.query(
        "select issue_hash, angles from galley.angles where repository_id = $1 and issue_number = $2",
        [repositoryId, issueNumber],
      );
      return row && AnglesRow.parse(row);
    },

    async listEarlierAngles(repositoryId) {
      const rows = await database.query(
        `select pull_request.number, pull_request.file, pull_request.angle, pull_request.ended,
           discard.pull_request_number is not null as discarded
         from galley.pull_request left join galley.discard
           on discard.repository_id = pull_request.repository_id
             and discard.pull_request_number = pull_request.number
         where pull_request.repository_id = $1 and pull_request.angle <> ''
         order by pull_request.number desc limit 20`,
        [repositoryId],
      );
      return rows.map((row) => EarlierRow.parse(row));
    },
  };
}
