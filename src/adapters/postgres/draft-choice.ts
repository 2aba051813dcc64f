import { z } from "zod";
import type { Store } from "../../ports/store.ts";
import type { Database } from "./database.ts";

/** Any number that goes with a repository's in an advisory lock, and with nothing else. */
const draftsOfDayLock = 7_241_004;

/** See `Store.takeDraftOfDay`. The lock lets one after the other count and be counted. */
export function takeDraftOfDay(
  database: Database,
  workId: string,
  { repositoryId, day, limit }: Parameters<Store["takeDraftOfDay"]>[1],
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    await transaction.query("select pg_advisory_xact_lock($1::int, hashtext($2))", [
      draftsOfDayLock,
      repositoryId,
    ]);
    const known = await transaction.query("select 1 from galley.draft_day where work_id = $1", [workId]);
    if (known.length > 0) return true;
    const taken = await transaction.query(
      `insert into galley.draft_day (work_id, repository_id, day)
       select $1::uuid, $2::text, $3::text
       where (select count(*) from galley.draft_day where repository_id = $2::text and day = $3::text) < $4::int
       returning work_id`,
      [workId, repositoryId, day, limit],
    );
    return taken.length > 0;
  });
}

/** See `Store.listPassedOver`. */
export async function listPassedOver(
  database: Database,
  repositoryId: string,
  issueNumbers: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await database.query(
    `select issue_number from galley.pull_request where repository_id = $1 and issue_number = any($2::int[])
     union select issue_number from galley.discard where repository_id = $1 and issue_number = any($2::int[])
     union select claim.issue_number from galley.draft_claim claim join galley.work on work.id = claim.work_id
       where claim.repository_id = $1 and claim.issue_number = any($2::int[])
         and work.kind = 'schedule' and work.outcome in ('refused', 'failed')`,
    [repositoryId, issueNumbers],
  );
  return new Set(rows.map((row) => z.object({ issue_number: z.coerce.number() }).parse(row).issue_number));
}
