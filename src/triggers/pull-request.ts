import { z } from "zod";
import { isServed } from "../jobs/is-served.ts";
import { identifyWork, type NewJob } from "../jobs/payload.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Log } from "../ports/log.ts";

/** The few fields of a `pull_request` delivery that are used; what they say is read again by the job. */
const PullRequestChanged = z.object({
  action: z.enum(["closed", "reopened", "synchronize", "edited"]),
  /** Of an edit: what was edited. */
  changes: z.object({ title: z.unknown(), body: z.unknown() }).partial().nullish(),
  installation: z.object({ id: z.int().positive() }),
  repository: z.object({
    id: z.int(),
    name: z.string().min(1),
    owner: z.object({ login: z.string().min(1) }),
  }),
  sender: z.object({ login: z.string().min(1) }),
  pull_request: z.object({
    number: z.int().positive(),
    node_id: z.string().min(1),
    user: z.object({ type: z.string().nullish() }).nullish(),
    merged: z.boolean().nullish(),
    closed_at: z.string().nullish(),
    updated_at: z.string().nullish(),
    head: z.object({ sha: z.string() }),
  }),
});

/**
 * A pull request was closed, opened again, pushed to or edited. When an App opened it the work is enqueued; whether it is
 * ours, and what became of it, is looked at by the job, by our own table, since a payload can be out of date and
 * a body belongs to the people who edit it.
 */
export async function enqueuePullRequest(
  delivery: { readonly id: string; readonly payload: unknown },
  world: { readonly allowedOwners: readonly string[]; readonly queue: JobQueue; readonly log: Log },
): Promise<void> {
  const parsed = PullRequestChanged.safeParse(delivery.payload);
  if (!parsed.success || !isOfInterest(parsed.data)) return;
  const { installation, repository, pull_request: pullRequest } = parsed.data;
  if (pullRequest.user?.type !== "Bot") return;
  if (!isServed(world.allowedOwners, repository.owner.login)) return;
  const job = planJob(delivery.id, parsed.data);
  const key = identifyWork(job);
  const installationId = installation.id;
  const outcome = await world.queue.enqueue({
    deliveryId: delivery.id,
    key,
    installationId,
    asker: null,
    job,
  });
  const fields = {
    deliveryId: delivery.id,
    repositoryId: repository.id,
    number: pullRequest.number,
    outcome,
  };
  world.log.info({ ...fields, kind: job.kind }, "Took in a change of a pull request");
}

/** Of edits those of words: another base is looked at when it is merged. */
function isOfInterest({ action, changes }: z.infer<typeof PullRequestChanged>): boolean {
  return action !== "edited" || changes?.title !== undefined || changes?.body !== undefined;
}

function planJob(
  deliveryId: string,
  { action, installation, repository, sender, pull_request: pullRequest }: z.infer<typeof PullRequestChanged>,
): NewJob {
  const target = {
    installationId: installation.id,
    repository: { id: String(repository.id), owner: repository.owner.login, name: repository.name },
  };
  const named = { number: pullRequest.number, nodeId: pullRequest.node_id };
  if (action === "synchronize") {
    // Our own commits come back as deliveries, too, and are known by the job. Other bots edit posts as people do.
    return { kind: "review", target, pullRequest: named, commit: pullRequest.head.sha };
  }
  if (action === "edited") {
    // Two edits may fall into one second; a delivery that is sent again keeps its id.
    const edited = deliveryId;
    return { kind: "review", target, pullRequest: named, commit: pullRequest.head.sha, edited };
  }
  const closed = pullRequest.merged === true ? "merged" : "closed";
  return {
    kind: "close",
    target,
    pullRequest: named,
    became: action === "reopened" ? "reopened" : closed,
    at: pullRequest.closed_at ?? pullRequest.updated_at ?? "",
    person: sender.login,
  };
}
