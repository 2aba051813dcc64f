import { z } from "zod";
import type { OpenWork, OpenWorkItem, Places } from "../../ports/open-work.ts";
import type { Database } from "./database.ts";

const Row = z
  .object({
    repository_id: z.string(),
    number: z.coerce.number(),
    node_id: z.string(),
    installation_id: z.coerce.number(),
    owner: z.string(),
    name: z.string(),
    ended: z.literal("closed").nullable(),
  })
  .transform(
    (row): OpenWorkItem => ({
      repositoryId: row.repository_id,
      number: row.number,
      nodeId: row.node_id,
      installationId: row.installation_id,
      owner: row.owner,
      name: row.name,
      known: row.ended ?? "open",
    }),
  );

/** Our pull requests whose end is not settled. A closed one may be opened again; after a month only a webhook says so. */
export function createOpenWork(database: Database): OpenWork {
  return {
    async listDue(limit) {
      const rows = await database.query(
        `select repository_id, number, node_id, installation_id, owner, name, ended from galley.pull_request pull
         where installation_id is not null
           and (ended is null or (ended = 'closed' and ended_at > now() - interval '30 days'))
           and not exists (
             select 1 from galley.installation where id = pull.installation_id
               and (state = 'gone' or noticed_at > now() - interval '1 hour')
           )
         order by looked_at nulls first limit $1`,
        [limit],
      );
      return rows.map((row) => Row.parse(row));
    },

    async markLooked(items) {
      await database.query(
        `update galley.pull_request pull set looked_at = now()
         from unnest($1::text[], $2::int[]) as looked (repository_id, number)
         where pull.repository_id = looked.repository_id and pull.number = looked.number`,
        [items.map(({ repositoryId }) => repositoryId), items.map(({ number }) => number)],
      );
    },

    async markLost({ repositoryId, number }) {
      await database.query(
        "update galley.pull_request set ended = 'lost', ended_at = now() where repository_id = $1 and number = $2",
        [repositoryId, number],
      );
    },
  };
}

/** Where repositories and installations are: rows of pull requests and schedules, and the payloads of work that waits. */
export function createPlaces(database: Database): Places {
  return {
    async moveRepository(repositoryId, { installationId, owner, name }) {
      await database.transaction(async (transaction) => {
        await transaction.query(
          `update galley.pull_request set installation_id = $2, owner = $3, name = $4,
             ended = case when ended = 'lost' then null else ended end
           where repository_id = $1`,
          [repositoryId, String(installationId), owner, name],
        );
        await transaction.query(
          "update galley.schedule set installation_id = $2, owner = $3, name = $4 where repository_id = $1",
          [repositoryId, String(installationId), owner, name],
        );
        for (const part of ["target", "asked"]) {
          await transaction.query(
            `update galley.work set payload = (payload::jsonb || jsonb_build_object('${part}', payload::jsonb->'${part}' ||
               jsonb_build_object('installationId', $2::bigint, 'repository', jsonb_build_object('id', $1::text, 'owner', $3::text, 'name', $4::text))))::text
             where repository_id = $1 and outcome is null and jsonb_exists(payload::jsonb, '${part}')`,
            [repositoryId, installationId, owner, name],
          );
        }
      });
    },

    async noteInstallation(installationId, state, owner) {
      const id = String(installationId);
      if (state === "reachable") {
        await database.query("delete from galley.installation where id = $1", [id]);
        // Installed again it has another number.
        await database.query(
          "update galley.pull_request set installation_id = $1 where lower(owner) = lower($2) and installation_id <> $1",
          [id, owner ?? ""],
        );
        return;
      }
      await database.query(
        `insert into galley.installation (id, state, noticed_at) values ($1, $2, now())
         on conflict (id) do update set state = excluded.state, noticed_at = excluded.noticed_at`,
        [id, state],
      );
    },
  };
}
