import type { ReviewJob } from "../payload.ts";
import { planAnnouncement } from "./plan-announcement.ts";
import { readClosed } from "./read-closed.ts";
import { screenAnnouncement } from "./screen-announcement.ts";
import { type Context, connectContext, type TaskWorld } from "./world.ts";

/** The one comment that says what is wrong with the announcement; it is replaced, never repeated. */
const marker = "<!-- galley:v1 announcement -->";

/**
 * Somebody pushed to our pull request. What the merge could not announce is said now, while it can be mended;
 * a comment that said so is taken back when it is mended.
 */
export async function review(job: ReviewJob, world: TaskWorld, signal: AbortSignal): Promise<void> {
  const attempt = await world.store.begin(job.workId);
  if (!attempt) return;
  const context = connectContext(job, attempt, world, signal);
  await attempt.finish((await lookAgain(context)) ? "reviewed" : "ignored");
}

async function lookAgain(context: Context<ReviewJob>): Promise<boolean> {
  const { job, world, repository } = context;
  const own = await world.store.loadPullRequest(job.target.repository.id, job.pullRequest.number);
  if (!own) return false;
  const found = await readClosed(context, own);
  if (!found.isOurs || found.state !== "OPEN" || found.commit === null) return false;
  const plan = planAnnouncement(context, own, found, found.head);
  const { decision } = await screenAnnouncement(context, own.number, plan);
  const nodeId = job.pullRequest.nodeId;
  const earlier = await repository.findOwnComment({ issueNodeId: nodeId, commentNodeId: nodeId }, marker);
  const isFinding = decision.kind === "mend" || (decision.kind === "skip" && !decision.isMeant);
  if (!isFinding && earlier === null) return true;
  const text = isFinding
    ? `**Before you merge:** nothing would be announced on LinkedIn, because ${decision.reason}.`
    : "The announcement is in order again.";
  await repository.comment({ nodeId, commentId: earlier, body: `${text}\n\n${marker}` });
  return true;
}
