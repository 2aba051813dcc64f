import { z } from "zod";
import { isServed } from "../jobs/is-served.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Log } from "../ports/log.ts";
import type { Schedules } from "../ports/schedules.ts";
import { enqueueSettings } from "./enqueue-settings.ts";

const Repositories = z
  .array(z.object({ id: z.int(), name: z.string().min(1), full_name: z.string().min(1) }))
  .catch([]);

const Installation = z.object({ id: z.int().positive(), account: z.object({ login: z.string().min(1) }) });

/** The few fields of an `installation` or `installation_repositories` delivery that are used. */
const Changed = z.discriminatedUnion("action", [
  z.object({ action: z.literal("created"), installation: Installation, repositories: Repositories }),
  z.object({ action: z.literal("deleted"), installation: Installation }),
  z.object({ action: z.literal("added"), installation: Installation, repositories_added: Repositories }),
  z.object({ action: z.literal("removed"), installation: Installation, repositories_removed: Repositories }),
]);

type World = {
  readonly allowedOwners: readonly string[];
  readonly queue: JobQueue;
  readonly schedules: Schedules;
  readonly log: Log;
};

/**
 * The App was installed or taken away, somewhere or for some repositories. What came has its settings read;
 * what went is forgotten at once: one statement, which changes nothing when it is repeated.
 */
export async function enqueueInstallation(
  delivery: { readonly id: string; readonly payload: unknown },
  world: World,
): Promise<void> {
  const parsed = Changed.safeParse(delivery.payload);
  if (!parsed.success) return;
  const { data } = parsed;
  switch (data.action) {
    case "deleted":
      return await world.schedules.forgetInstallation(data.installation.id);
    case "removed":
      return await world.schedules.forgetRepositories(data.repositories_removed.map(({ id }) => String(id)));
    case "created":
      return await readAll(delivery.id, data.installation, data.repositories, world);
    case "added":
      return await readAll(delivery.id, data.installation, data.repositories_added, world);
  }
}

/** A job each. A delivery that is cut short is sent again, and goes on with those that are not yet taken in. */
async function readAll(
  deliveryId: string,
  { id: installationId, account }: z.infer<typeof Installation>,
  repositories: z.infer<typeof Repositories>,
  world: World,
): Promise<void> {
  if (!isServed(world.allowedOwners, account.login)) return;
  for (const { id, name, full_name } of repositories) {
    const owner = full_name.slice(0, full_name.indexOf("/"));
    const target = { installationId, repository: { id: String(id), owner, name } };
    await enqueueSettings(`${deliveryId}/${id}`, target, `delivery:${deliveryId}`, world);
  }
  const count = repositories.length;
  world.log.info({ deliveryId, installationId, count }, "Took in repositories that the App may see");
}
