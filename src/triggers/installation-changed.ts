import { z } from "zod";
import type { Log } from "../ports/log.ts";
import type { Places } from "../ports/open-work.ts";

/** The few fields of an `installation` delivery that are used. */
const InstallationChanged = z.object({
  action: z.enum(["created", "deleted", "suspend", "unsuspend"]),
  installation: z.object({ id: z.int().positive(), account: z.object({ login: z.string().min(1) }) }),
});

const states = {
  created: "reachable",
  unsuspend: "reachable",
  suspend: "suspended",
  deleted: "gone",
} as const;

/** The App was installed, removed, suspended or allowed again: nobody is asked in vain. */
export async function noteInstallationChanged(
  delivery: { readonly id: string; readonly payload: unknown },
  world: { readonly places: Pick<Places, "noteInstallation">; readonly log: Log },
): Promise<void> {
  const parsed = InstallationChanged.safeParse(delivery.payload);
  if (!parsed.success) return;
  const { action, installation } = parsed.data;
  await world.places.noteInstallation(installation.id, states[action], installation.account.login);
  world.log.info(
    { deliveryId: delivery.id, installationId: installation.id, action },
    "An installation changed",
  );
}
