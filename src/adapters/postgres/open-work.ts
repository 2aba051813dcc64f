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

    async markSeen(items) {
      await database.query(
        `update galley.pull_request pull set ended_at = null
         from unnest($1::text[], $2::int[]) as seen (repository_id, number)
         where pull.repository_id = seen.repository_id and pull.number = seen.number
           and ended is null and ended_at is not null`,
        [items.map(({ repositoryId }) => repositoryId), items.map(({ number }) => number)],
      );
    },

    // Of one that is open, `ended_at` is when it was missed first.
    async markMissing({ repositoryId, number }) {
      const rows = await database.query(
        `update galley.pull_request
         set ended_at = coalesce(ended_at, now()),
           ended = case when ended_at < now() - interval '1 hour' then 'lost' end
         where repository_id = $1 and number = $2 and ended is null
         returning ended`,
        [repositoryId, number],
      );
      return rows[0]?.ended === "lost";
    },
  };
}

/** Where repositories and installations are: rows of pull requests and schedules, and the payloads of work that waits. */
export function createPlaces(database: Database): Places {
  const moveRepository: Places["moveRepository"] = async (repositoryId, { installationId, owner, name }) => {
    await database.transaction(async (transaction) => {
      await transaction.query(
        `update galley.pull_request set installation_id = $2, owner = $3, name = $4,
             ended = nullif(ended, 'lost'), ended_at = case when ended <> 'lost' then ended_at end
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
  };
  return {
    moveRepository,

    async noteRepository(repositoryId, place) {
      const known = await database.query(
        `select 1 from galley.pull_request where repository_id = $1
           and (ended = 'lost' or (installation_id, owner, name) is distinct from ($2, $3, $4))
         union all
         select 1 from galley.schedule where repository_id = $1
           and (installation_id, owner, name) is distinct from ($2, $3, $4)
         limit 1`,
        [repositoryId, String(place.installationId), place.owner, place.name],
      );
      if (known.length === 0) return false;
      await moveRepository(repositoryId, place);
      return true;
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
