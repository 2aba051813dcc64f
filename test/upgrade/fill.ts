import { randomUUID } from "node:crypto";
import type { QueueDatabase } from "../../src/adapters/postgres/database.ts";
import { createInstance } from "../../src/adapters/postgres/instances.ts";
import { createJobQueue } from "../../src/adapters/postgres/job-queue.ts";
import { createPlaces } from "../../src/adapters/postgres/open-work.ts";
import { createPublications } from "../../src/adapters/postgres/publications.ts";
import { createSchedules } from "../../src/adapters/postgres/schedules.ts";
import { createStore } from "../../src/adapters/postgres/store.ts";
import { createRedeliveries, createWatch } from "../../src/adapters/postgres/watch.ts";
import { identifyWork, type NewJob } from "../../src/jobs/payload.ts";
import type { OwnPullRequest } from "../../src/ports/store.ts";

/** When everything in a dump happened. */
export const filledAt = new Date("2026-05-05T09:00:00Z");
const clock = { now: () => filledAt };

/** What every dump holds, whichever release it is of: a later one may add, and changes nothing. */
export const place = { installationId: 5, owner: "acme", name: "notes" };
export const target = { installationId: 5, repository: { id: "7", owner: "acme", name: "notes" } };
export const day = { repositoryId: "7", day: "2026-05-05" };
export const series = { series: "The Constellation", cron: "0 9 * * 2", timezone: "America/New_York" };
export const publishedPost = {
  state: "sent",
  text: "Grüße 👋, with 'quotes'.",
  url: "https://example.com/p",
} as const;
export const savedRead = { text: "What a source said;\nover two lines." };

export const pullRequest = (number: number): OwnPullRequest => ({
  repositoryId: "7",
  number,
  issueNumber: number - 5,
  nodeId: `PR_${number}`,
  branch: `blog/2026-05-05-post-${number}`,
  file: `content/blog/post-${number}.md`,
  slug: `post-${number}`,
  day: "2026-05-05",
  headOid: "c0ffee",
  sources: ["talks/restore.md"],
  angle: "Drills, not tools; 'twice'",
});

export const draftOf = (issue: number) =>
  ({
    kind: "draft",
    asked: {
      ...target,
      place: "issue",
      issue: { number: issue, nodeId: `I_${issue}` },
      comment: { id: `${issue}00`, nodeId: `IC_${issue}` },
      asker: "editor",
    },
    issueText: { title: "Restore drills", body: "`talks/restore.md`; a line\nand another" },
  }) satisfies NewJob;

/** Puts rows into every table, by way of the functions that do it in service. */
export async function fill(database: QueueDatabase): Promise<void> {
  await fillWork(database);
  const instance = createInstance(database);
  await instance.join();
  await instance.hold(randomUUID());
  const publications = createPublications(database, clock, instance.id);
  const { text, ...outcome } = publishedPost;
  await publications.plan({ repositoryId: "7", pullRequestNumber: 8 }, text, outcome);
  await publications.claim({ repositoryId: "7", pullRequestNumber: 9 }, "Under way.", []);
  await createSchedules({ database, clock, wake: () => {} }).replace(target, "blog-idea", [series]);
  const turn = await createWatch(database).take("deliveries");
  await turn?.end(filledAt);
  await createRedeliveries(database, clock).count("redelivered");
  await createPlaces(database).noteInstallation(6, "suspended");
}

/** A draft that was opened, one that was closed and one that is not done, with its first step saved. */
async function fillWork(database: QueueDatabase): Promise<void> {
  const queue = createJobQueue({ database, clock, wake: () => {} });
  const store = createStore(database);
  for (const issue of [3, 4, 5]) {
    const job = draftOf(issue);
    const { installationId, asker } = job.asked;
    const deliveryId = `delivery-${issue}`;
    await queue.enqueue({ deliveryId, key: identifyWork(job), installationId, asker, job });
    const id = await findWork(database, issue);
    const attempt = await store.begin(id);
    await attempt?.save("read", savedRead);
    await store.claimIssue(id, "7", issue);
    await store.takeDraftOfDay(id, { ...day, limit: 10 });
    if (issue === 5) continue;
    await store.savePullRequest(id, pullRequest(issue + 5), place);
    await attempt?.finish("opened");
  }
  await store.saveDiscard(pullRequest(9), { person: "editor", at: filledAt });
  await store.saveEnd("7", 9, "closed");
}

/** The id of the work that drafts an issue. */
export async function findWork(database: QueueDatabase, issue: number): Promise<string> {
  const { subject, revision } = identifyWork(draftOf(issue));
  const [row] = await database.query(
    "select id::text as id from galley.work where subject = $1 and revision = $2",
    [subject, revision],
  );
  return String(row?.id);
}
