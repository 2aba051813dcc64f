import type { ClosedPullRequest } from "../../ports/repository.ts";
import type { OwnPullRequest } from "../../ports/store.ts";
import type { ReviewJob } from "../payload.ts";
import { checkPost, loadLedgers } from "./checking/check-post.ts";
import { checkAndRenew, renewConfidentiality } from "./checking/renew-confidentiality.ts";
import { planAnnouncement } from "./closing/plan-announcement.ts";
import { readClosed } from "./closing/read-closed.ts";
import { screenAnnouncement } from "./closing/screen-announcement.ts";
import { type Context, connectContext, type TaskWorld } from "./world.ts";

/** The one comment that says what is wrong with the announcement; it is replaced, never repeated. */
const marker = "<!-- galley:v1 announcement -->";

/**
 * Somebody pushed to our pull request. What the merge could not announce is said now, while it can be mended;
 * a comment that said so is taken back when it is mended. Check runs say what its sentences rest on. A later push
 * supersedes this one: its own job looks at the post. Where title or text were edited, only what they say of the
 * sources is looked at.
 */
export async function review(job: ReviewJob, world: TaskWorld, signal: AbortSignal): Promise<void> {
  const attempt = await world.store.begin(job.workId);
  if (!attempt) return;
  const context = connectContext(job, attempt, world, signal);
  await attempt.finish((await lookAgain(context)) ? "reviewed" : "ignored");
}

async function lookAgain(context: Context<ReviewJob>): Promise<boolean> {
  const { job, world } = context;
  const own = await world.store.loadPullRequest(job.target.repository.id, job.pullRequest.number);
  if (own && job.edited !== undefined) {
    await renewConfidentiality(context, own);
    return true;
  }
  // The draft's own commit was looked at when it was opened.
  if (!own || own.headOid === job.commit) return false;
  const ledgers = await loadLedgers(context, own);
  const { newest } = ledgers ?? {};
  // Where it was moved to it is found without looking for it again.
  const found = await readClosed(
    context,
    newest ? { ...own, file: newest.path, headOid: newest.commit } : own,
  );
  const { commit } = found;
  if (!found.isOurs || found.state !== "OPEN" || commit !== job.commit) return false;
  if (ledgers)
    await checkAndRenew(context, own, async () => {
      if (newest?.commit !== commit) await checkPost(context, own, ledgers, { ...found, commit });
    });
  await reviewAnnouncement(context, own, found);
  return true;
}

async function reviewAnnouncement(
  context: Context<ReviewJob>,
  own: OwnPullRequest,
  found: ClosedPullRequest,
): Promise<void> {
  const { job, repository } = context;
  const plan = planAnnouncement(context, own, found, found.head);
  const { decision } = await screenAnnouncement(context, own.number, plan);
  const nodeId = job.pullRequest.nodeId;
  const earlier = await repository.findOwnComment({ issueNodeId: nodeId, commentNodeId: nodeId }, marker);
  const isFinding = decision.kind === "mend" || (decision.kind === "skip" && !decision.isMeant);
  if (!isFinding && earlier === null) return;
  const text = isFinding
    ? `**Before you merge:** nothing would be announced on LinkedIn, because ${decision.reason}.`
    : "The announcement is in order again.";
  // The checks take their time: nobody is told of a merge, or of a post, that is over.
  const now = await readClosed(context, own);
  if (now.state !== "OPEN" || now.commit !== job.commit) return;
  await repository.comment({ nodeId, commentId: earlier, body: `${text}\n\n${marker}` });
}
