import { z } from "zod";
import { RetryableError, toError, UserError } from "../../../errors.ts";
import type { Announced } from "../../../ports/repository.ts";
import { renderCommentMarker } from "../../../pull-request/marker.ts";
import type { CloseJob } from "../../payload.ts";
import type { Context } from "../world.ts";

type Message = { readonly nodeIds: readonly string[]; readonly text: string };

/** True: all of it. Otherwise the places where it is still to be said. */
const Said = z.union([z.boolean(), z.object({ left: z.array(z.string()) })]);

/**
 * Says something that nobody asked for, once in each place: an attempt whose answer was lost is followed by one
 * that looks for its comments first, and a place that ran into a limit is written to later without the others.
 */
export async function say(context: Context<CloseJob>, message: Message): Promise<void> {
  const { attempt } = context;
  const saved = await attempt.load("said", Said);
  if (saved === true) return;
  const known = typeof saved === "object" ? saved.left : message.nodeIds;
  const nodeIds = await leaveOutSaid(context, known);
  if (nodeIds.length > 0) {
    const { retryAfterMs, left } = await announce(context, { ...message, nodeIds });
    if (left.length > 0) {
      await attempt.save("said", { left });
      throw new RetryableError("A comment has to wait", retryAfterMs === null ? {} : { retryAfterMs });
    }
  }
  await attempt.save("said", true);
}

async function leaveOutSaid(
  { job, attempt, repository }: Context<CloseJob>,
  known: readonly string[],
): Promise<readonly string[]> {
  if (attempt.number === 1) return known;
  const marker = renderCommentMarker(job.workId);
  const left: string[] = [];
  for (const nodeId of known) {
    const thread = { issueNodeId: nodeId, commentNodeId: nodeId };
    if ((await repository.findOwnComment(thread, marker)) === null) left.push(nodeId);
  }
  return left;
}

/** What a person must mend first (the repository is archived, a permission is gone) leaves a line in the log: nobody can be told. */
async function announce(
  { job, repository, world }: Context<CloseJob>,
  { nodeIds, text }: Message,
): Promise<Announced> {
  try {
    return await repository.announce({ nodeIds, body: `${text}\n\n${renderCommentMarker(job.workId)}` });
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    const fields = { workId: job.workId, err: toError(thrown) };
    world.log.warn(fields, "Could not say what became of a pull request");
    return { left: [], retryAfterMs: null };
  }
}
