import { UserError } from "../../errors.ts";
import type { ClosedPullRequest } from "../../ports/repository.ts";
import type { OwnPullRequest } from "../../ports/store.ts";
import type { CloseJob } from "../payload.ts";
import { discard } from "./closing/discard.ts";
import { publish } from "./closing/publish.ts";
import { readClosed } from "./closing/read-closed.ts";
import { say } from "./telling/say.ts";
import { type Context, connectContext, type TaskWorld } from "./world.ts";

/** How the work ends: what was done about a pull request that was closed or opened again. */
type CloseOutcome = "published" | "discarded" | "remembered again" | "refused" | "ignored";

/**
 * A pull request of ours was closed. What became of it is read anew before anything is done, because a payload
 * can be out of date and a marker can be copied.
 */
export async function close(job: CloseJob, world: TaskWorld, signal: AbortSignal): Promise<void> {
  const attempt = await world.store.begin(job.workId);
  if (!attempt) return;
  const context = connectContext(job, attempt, world, signal);
  try {
    await attempt.finish(await settle(context));
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    await refuse(context, thrown);
    await attempt.finish("refused" satisfies CloseOutcome);
  }
}

/** A permission is missing, most likely: said where it happened, if that much is allowed. */
async function refuse(context: Context<CloseJob>, error: UserError): Promise<void> {
  const { number, nodeId } = context.job.pullRequest;
  const text = `Galley could not go on with #${number}. ${error.message} When it is merged, \`/linkedin send\` announces it.`;
  await say(context, { nodeIds: [nodeId], text });
}

async function settle(context: Context<CloseJob>): Promise<CloseOutcome> {
  const { job, world } = context;
  const { repository } = job.target;
  const own = await world.store.loadPullRequest(repository.id, job.pullRequest.number);
  if (!own) return "ignored";
  const closed = await readClosed(context, own);
  if (!closed.isOurs) return "ignored";
  const outcome = await act(context, own, closed);
  // Last of all: what is not settled yet is found again by looking at GitHub.
  if (outcome !== "left") await world.store.saveEnd(own.repositoryId, own.number, ends[closed.state]);
  // One that was closed may be opened again, and edited.
  if (closed.state === "MERGED") await world.ledgers.forget(own);
  return outcome === "left" ? "ignored" : outcome;
}

const ends = { MERGED: "merged", CLOSED: "closed", OPEN: null } as const;

/** `left`: it is closed, but this is the job of something else that happened to it. */
async function act(
  context: Context<CloseJob>,
  own: OwnPullRequest,
  closed: ClosedPullRequest,
): Promise<CloseOutcome | "left"> {
  const { job, world } = context;
  if (closed.state === "MERGED") return await publish(context, own, closed);
  if (closed.state === "CLOSED")
    return job.became === "closed" ? await discard(context, own, closed) : "left";
  await world.store.forgetDiscard(own.repositoryId, own.number);
  return "remembered again";
}
