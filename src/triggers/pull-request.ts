import { z } from "zod";
import { identifyWork, type NewJob } from "../jobs/payload.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Log } from "../ports/log.ts";

/** The few fields of a `pull_request` delivery that are used; what they say is read again by the job. */
const PullRequestClosed = z.object({
  action: z.enum(["closed", "reopened"]),
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
    body: z.string().nullish(),
    merged: z.boolean().nullish(),
    closed_at: z.string().nullish(),
    updated_at: z.string().nullish(),
  }),
});

/**
 * A pull request was closed or opened again. When it carries our marker the work is enqueued; whether it really is ours, and
 * what became of it, is looked at by the job, since a marker can be copied and a payload can be out of date.
 */
export async function enqueuePullRequestClosed(
  delivery: { readonly id: string; readonly payload: unknown },
  world: { readonly allowedOwners: readonly string[]; readonly queue: JobQueue; readonly log: Log },
): Promise<void> {
  const parsed = PullRequestClosed.safeParse(delivery.payload);
  if (!parsed.success) return;
  const { action, installation, repository, sender, pull_request: pullRequest } = parsed.data;
  if (!pullRequest.body?.includes("<!-- galley:v1 ")) return;
  if (world.allowedOwners.length > 0 && !world.allowedOwners.includes(repository.owner.login.toLowerCase()))
    return;
  const job: NewJob = {
    kind: "close",
    target: {
      installationId: installation.id,
      repository: { id: String(repository.id), owner: repository.owner.login, name: repository.name },
    },
    pullRequest: { number: pullRequest.number, nodeId: pullRequest.node_id },
    became: action === "reopened" ? "reopened" : pullRequest.merged === true ? "merged" : "closed",
    at: pullRequest.closed_at ?? pullRequest.updated_at ?? "",
    person: sender.login,
  };
  const outcome = await world.queue.enqueue({
    deliveryId: delivery.id,
    key: identifyWork(job),
    installationId: installation.id,
    asker: null,
    job,
  });
  world.log.info(
    { deliveryId: delivery.id, repositoryId: repository.id, number: pullRequest.number, outcome },
    "Took in a closed pull request",
  );
}
