import type { UnreachableError, UserError } from "../../../errors.ts";
import { type Job, targetOf } from "../../payload.ts";
import type { TaskWorld } from "../world.ts";

/**
 * The App may not act there any more: nobody can be told, and trying again changes nothing. The outcome says so;
 * the same work is taken up again when somebody asks for it after the App is back.
 */
export async function endUnreachable(job: Job, error: UnreachableError, world: TaskWorld): Promise<void> {
  const { installationId } = targetOf(job);
  await world.places.noteInstallation(installationId, error.reason);
  const attempt = await world.store.begin(job.workId);
  await attempt?.finish("unreachable");
  const fields = { workId: job.workId, kind: job.kind, installationId, reason: error.reason };
  world.log.warn(fields, "Ended work that the App may not do any more");
}

/** A person must mend something first, and could not be told: trying again changes nothing. */
export async function endRefused(job: Job, error: UserError, world: TaskWorld): Promise<void> {
  const attempt = await world.store.begin(job.workId);
  await attempt?.finish("refused");
  world.log.warn({ workId: job.workId, kind: job.kind, err: error }, "Ended work that GitHub refuses");
}
