import { z } from "zod";
import type { Log } from "../ports/log.ts";
import type { Places } from "../ports/open-work.ts";

/** The few fields of a `repository` delivery that are used. */
const RepositoryMoved = z.object({
  action: z.enum(["renamed", "transferred"]),
  installation: z.object({ id: z.int().positive() }),
  repository: z.object({
    id: z.int(),
    name: z.string().min(1),
    owner: z.object({ login: z.string().min(1) }),
  }),
});

/** A repository has another name or owner: its pull requests, and work that waits, are found under the new one. */
export async function noteRepositoryMoved(
  delivery: { readonly id: string; readonly payload: unknown },
  world: { readonly places: Pick<Places, "moveRepository">; readonly log: Log },
): Promise<void> {
  const parsed = RepositoryMoved.safeParse(delivery.payload);
  if (!parsed.success) return;
  const { action, installation, repository } = parsed.data;
  const place = { installationId: installation.id, owner: repository.owner.login, name: repository.name };
  await world.places.moveRepository(String(repository.id), place);
  world.log.info({ deliveryId: delivery.id, repositoryId: repository.id, action }, "A repository moved");
}
