import type { CloseJob } from "../payload.ts";
import { discard } from "./discard.ts";
import { publish } from "./publish.ts";
import { readClosed } from "./read-closed.ts";
import { type Context, connectContext, type TaskWorld } from "./world.ts";

/** How the work ends: what was done about a pull request that was closed or opened again. */
type CloseOutcome = "published" | "discarded" | "remembered again" | "ignored";

/**
 * A pull request of ours was closed. What became of it is read anew before anything is done, because a payload
 * can be out of date and a marker can be copied.
 */
export async function close(job: CloseJob, world: TaskWorld, signal: AbortSignal): Promise<void> {
  const attempt = await world.store.begin(job.workId);
  if (!attempt) return;
  const context = connectContext(job, attempt, world, signal);
  await attempt.finish(await settle(context));
}

async function settle(context: Context<CloseJob>): Promise<CloseOutcome> {
  const { job, world } = context;
  const { repository } = job.target;
  const own = await world.store.loadPullRequest(repository.id, job.pullRequest.number);
  if (!own) return "ignored";
  const closed = await readClosed(context, own);
  if (!closed.isOurs) return "ignored";
  if (closed.state === "MERGED") return await publish(context, own, closed);
  if (closed.state === "CLOSED" && job.became === "closed") return await discard(context, own, closed);
  if (closed.state === "OPEN") await world.store.forgetDiscard(own.repositoryId, own.number);
  return closed.state === "OPEN" ? "remembered again" : "ignored";
}
