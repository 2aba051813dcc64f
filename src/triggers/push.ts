import { z } from "zod";
import { isServed } from "../jobs/is-served.ts";
import { settingsPath } from "../jobs/payload.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Log } from "../ports/log.ts";
import { enqueueSettings } from "./enqueue-settings.ts";

const Paths = z.array(z.string()).catch([]);

/** The few fields of a `push` delivery that are used. */
const Push = z.object({
  ref: z.string(),
  deleted: z.boolean().catch(false),
  forced: z.boolean().catch(false),
  created: z.boolean().catch(false),
  installation: z.object({ id: z.int().positive() }),
  repository: z.object({
    id: z.int(),
    name: z.string().min(1),
    owner: z.object({ login: z.string().min(1) }),
    default_branch: z.string(),
  }),
  commits: z.array(z.object({ added: Paths, modified: Paths, removed: Paths })).catch([]),
});

/** A push's list holds at most this many commits (docs.github.com, "Webhook events and payloads", push). */
const mostCommits = 2_048;
/** Lists of files are cut, too, at a length that has changed over the years: a long one proves nothing. */
const mostPaths = 1_000;

/** Somebody pushed to the default branch: when the settings may have changed, they are read again. */
export async function enqueuePush(
  delivery: { readonly id: string; readonly payload: unknown },
  world: { readonly allowedOwners: readonly string[]; readonly queue: JobQueue; readonly log: Log },
): Promise<void> {
  const parsed = Push.safeParse(delivery.payload);
  if (!parsed.success) return;
  const { ref, deleted, installation, repository } = parsed.data;
  if (ref !== `refs/heads/${repository.default_branch}` || deleted || !mayChangeSettings(parsed.data)) return;
  const owner = repository.owner.login;
  if (!isServed(world.allowedOwners, owner)) return;
  const target = {
    installationId: installation.id,
    repository: { id: String(repository.id), owner, name: repository.name },
  };
  // Not the commit: a branch that is forced back to an earlier one has its old settings again.
  const outcome = await enqueueSettings(delivery.id, target, `delivery:${delivery.id}`, world);
  world.log.info(
    { deliveryId: delivery.id, repositoryId: repository.id, outcome },
    "Took in a push that may change the settings",
  );
}

/** When in doubt, yes: reading them once too often costs one request. */
function mayChangeSettings({ commits, forced, created }: z.infer<typeof Push>): boolean {
  // A forced push takes commits away, of which nothing is listed.
  if (forced || created || commits.length === 0 || commits.length >= mostCommits) return true;
  return commits.some(({ added, modified, removed }) => {
    const paths = [...added, ...modified, ...removed];
    // A merge may list nothing and still bring something.
    return paths.length === 0 || paths.length >= mostPaths || paths.includes(settingsPath);
  });
}
