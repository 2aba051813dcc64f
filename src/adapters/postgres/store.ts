import { z } from "zod";
import { SupersededError } from "../../errors.ts";
import { identifySeries } from "../../jobs/payload.ts";
import type { Attempt, OwnPullRequest, Store } from "../../ports/store.ts";
import { createAngles } from "./angles.ts";
import type { Database, Row } from "./database.ts";
import { listPassedOver, takeDraftOfDay } from "./draft-choice.ts";
import { stringifyStorable } from "./stringify-storable.ts";

const PullRequestRow = z
  .object({
    repository_id: z.string(),
    number: z.coerce.number(),
    issue_number: z.coerce.number(),
    node_id: z.string(),
    branch: z.string(),
    file: z.string(),
    slug: z.string().nullable(),
    day: z.string().nullable(),
    head_oid: z.string(),
    sources: z.array(z.string()),
    angle: z.string(),
  })
  .transform(
    (row): OwnPullRequest => ({
      repositoryId: row.repository_id,
      number: row.number,
      issueNumber: row.issue_number,
      nodeId: row.node_id,
      branch: row.branch,
      file: row.file,
      slug: row.slug,
      day: row.day,
      headOid: row.head_oid,
      sources: row.sources,
      angle: row.angle,
    }),
  );

/** What these save are ids, numbers and addresses. */
const stepsWithoutText = ["permitted", "acknowledged", "opened", "said", "spent"];

const pullRequestColumns =
  "repository_id, number, issue_number, node_id, branch, file, slug, day, head_oid, sources, angle";

/** What Galley remembers, in its own tables. Rows are parsed, because engines differ in how they give numbers. */
export function createStore(database: Database): Store {
  return {
    ...createPullRequests(database),
    ...createAngles(database),

    begin: (workId) => beginAttempt(database, workId),

    async saveDiscard({ repositoryId, number, issueNumber, sources, angle }, { person, at }) {
      await database.query(
        `insert into galley.discard (repository_id, pull_request_number, issue_number, sources, angle, discarded_by, discarded_at)
         values ($1, $2, $3, $4::jsonb, $5, $6, $7) on conflict do nothing`,
        [repositoryId, number, issueNumber, JSON.stringify(sources), angle, person, at.toISOString()],
      );
    },

    async forgetDiscard(repositoryId, number) {
      await database.query(
        "delete from galley.discard where repository_id = $1 and pull_request_number = $2",
        [repositoryId, number],
      );
    },

    async claimIssue(workId, repositoryId, issueNumber) {
      const rows = await database.query(
        `insert into galley.draft_claim (repository_id, issue_number, work_id) values ($1, $2, $3)
         on conflict (repository_id, issue_number) do update set work_id = excluded.work_id
           where galley.draft_claim.work_id = excluded.work_id
             or exists (select 1 from galley.work holder where holder.id = galley.draft_claim.work_id and holder.outcome is not null)
         returning work_id`,
        [repositoryId, issueNumber, workId],
      );
      return rows.length > 0;
    },

    takeDraftOfDay: (workId, day) => takeDraftOfDay(database, workId, day),
    listPassedOver: (repositoryId, issueNumbers) => listPassedOver(database, repositoryId, issueNumbers),

    async listScheduledPullRequests(repositoryId, series) {
      const rows = await database.query(
        `select pull_request.number from galley.pull_request join galley.work on work.id = pull_request.work_id
         where work.kind = 'schedule' and work.repository_id = $1 and work.subject = $2
         order by pull_request.number desc limit 5`,
        [repositoryId, identifySeries(series)],
      );
      return rows.map((row) => z.object({ number: z.coerce.number() }).parse(row).number);
    },

    async loadPayload(workId) {
      const [row] = await database.query(
        "select payload from galley.work where id = $1 and outcome is null",
        [workId],
      );
      return typeof row?.payload === "string" ? { ...JSON.parse(row.payload), workId } : undefined;
    },
  };
}

/** The pull requests that are ours. */
function createPullRequests(
  database: Database,
): Pick<
  Store,
  "savePullRequest" | "saveEnd" | "loadPullRequest" | "loadPullRequestOfIssue" | "listPostFiles"
> {
  return {
    async savePullRequest(workId, pullRequest, place) {
      const { repositoryId, number, issueNumber, nodeId, branch, file, slug, day, headOid } = pullRequest;
      const { sources, angle } = pullRequest;
      await database.query(
        `insert into galley.pull_request (${pullRequestColumns}, work_id, installation_id, owner, name)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11, $12, $13, $14, $15) on conflict do nothing`,
        [
          repositoryId,
          number,
          issueNumber,
          nodeId,
          branch,
          file,
          slug,
          day,
          headOid,
          stringifyStorable(sources),
          angle.toWellFormed().replaceAll("\0", "\uFFFD"),
          workId,
          String(place.installationId),
          place.owner,
          place.name,
        ],
      );
    },

    async saveEnd(repositoryId, number, ended) {
      await database.query(
        `update galley.pull_request set ended = $3::text, ended_at = case when $3::text is not null then now() end
         where repository_id = $1 and number = $2`,
        [repositoryId, number, ended],
      );
    },

    async loadPullRequest(repositoryId, number) {
      return parseFirst(
        await database.query(
          `select ${pullRequestColumns} from galley.pull_request where repository_id = $1 and number = $2`,
          [repositoryId, number],
        ),
      );
    },

    async loadPullRequestOfIssue(repositoryId, issueNumber) {
      return parseFirst(
        await database.query(
          `select ${pullRequestColumns} from galley.pull_request
           where repository_id = $1 and issue_number = $2 order by number desc limit 1`,
          [repositoryId, issueNumber],
        ),
      );
    },

    async listPostFiles(repositoryId) {
      const rows = await database.query(
        "select file from galley.pull_request where repository_id = $1 order by number desc limit 20",
        [repositoryId],
      );
      return rows.map((row) => z.object({ file: z.string() }).parse(row).file);
    },
  };
}

function parseFirst(rows: readonly Row[]): OwnPullRequest | undefined {
  return rows[0] && PullRequestRow.parse(rows[0]);
}

async function beginAttempt(database: Database, workId: string): Promise<Attempt | undefined> {
  const rows = await database.query(
    "update galley.work set attempt = attempt + 1 where id = $1 and outcome is null returning attempt",
    [workId],
  );
  if (!rows[0]) return undefined;
  const { attempt: number } = z.object({ attempt: z.coerce.number() }).parse(rows[0]);
  return {
    number,

    async load(step, schema) {
      const found = await database.query(
        "select value from galley.checkpoint where work_id = $1 and step = $2",
        [workId, step],
      );
      return found[0] && schema.parse(found[0].value);
    },

    async save(step, value) {
      const saved = await database.query(
        `insert into galley.checkpoint (work_id, step, attempt, value)
         select id, $2, attempt, $4::jsonb from galley.work where id = $1 and attempt = $3 and outcome is null
         on conflict (work_id, step) do update set value = excluded.value, attempt = excluded.attempt
         returning step`,
        [workId, step, number, stringifyStorable(value)],
      );
      if (saved.length === 0) throw superseded();
    },

    async finish(outcome) {
      // The text of sources and of what was written from them may be confidential: it is kept only while the work
      // needs it. So steps are named that stay, not those that go. One statement, since finished work is never
      // taken up again.
      const finished = await database.query(
        `with finished as (
           update galley.work set outcome = $3, payload = null where id = $1 and attempt = $2 and outcome is null returning id
         ), forgotten as (
           delete from galley.checkpoint using finished where work_id = finished.id and step <> all ($4::text[])
         )
         select id from finished`,
        [workId, number, outcome, stepsWithoutText],
      );
      if (finished.length === 0) throw superseded();
    },
  };
}

function superseded(): SupersededError {
  return new SupersededError("Another attempt at this work has begun; this one stops");
}
