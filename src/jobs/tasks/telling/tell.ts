import { z } from "zod";
import { renderCommentMarker } from "../../../pull-request/marker.ts";
import { once } from "../../checkpoint.ts";
import type { AskedJob } from "../../payload.ts";
import type { Context } from "../world.ts";

/** Null: commenting is refused there, for instance because the issue is locked. */
const Acknowledged = z.object({ commentId: z.string().nullable() });

/** 👀 on the command and a progress comment, once: after a lost answer the comment is looked for first. */
export async function acknowledge(context: Context<AskedJob>, body: string): Promise<void> {
  const { job, attempt, repository } = context;
  await once(attempt, "acknowledged", Acknowledged, async () => {
    const marker = renderCommentMarker(job.workId);
    const earlier = attempt.number > 1 ? await repository.findOwnComment(threadOf(context), marker) : null;
    return {
      commentId: earlier ?? (await repository.acknowledge(threadOf(context), `${body}\n\n${marker}`)),
    };
  });
}

/** The id of our comment on this work, if there is one that we know of. */
export async function loadCommentId({ attempt }: Context<AskedJob>): Promise<string | null> {
  return (await attempt.load("acknowledged", Acknowledged))?.commentId ?? null;
}

/**
 * Answers the command: 😕 or 🚀 and one comment. Our earlier comment on the same work is replaced, so that
 * a retry does not say it twice.
 */
export async function tell(
  context: Context<AskedJob>,
  text: string,
  reaction: "confused" | "rocket",
): Promise<void> {
  const { job, attempt, repository } = context;
  const marker = renderCommentMarker(job.workId);
  const known = await loadCommentId(context);
  const commentId =
    known ?? (attempt.number > 1 ? await repository.findOwnComment(threadOf(context), marker) : null);
  await repository.answer(threadOf(context), { body: `${text}\n\n${marker}`, commentId, reaction });
}

/** The command's comment and the issue it stands on; the issue itself is reacted to when a schedule asked. */
export function threadOf({ job }: Context<AskedJob>): { issueNodeId: string; commentNodeId: string } {
  const { issue, comment } = job.asked;
  return { issueNodeId: issue.nodeId, commentNodeId: (comment ?? issue).nodeId };
}
