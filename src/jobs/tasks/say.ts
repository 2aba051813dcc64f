import { z } from "zod";
import { RetryableError, toError, UserError } from "../../errors.ts";
import type { Announced } from "../../ports/repository.ts";
import { renderCommentMarker } from "../../pull-request/marker.ts";
import type { CloseJob } from "../payload.ts";
import type { Context } from "./world.ts";

type Message = {
  readonly nodeIds: readonly string[];
  readonly text: string;
  readonly deleteBranchNodeId: string | null;
};

/** True: all of it. Otherwise what is left to do. */
const Said = z.union([z.boolean(), z.object({ left: z.array(z.string()), isBranchLeft: z.boolean() })]);
type Left = Pick<Announced, "isBranchLeft"> & { left: string[] };

/**
 * Says something that nobody asked for, once in each place: an attempt whose answer was lost is followed by one
 * that looks for its comments first, and a place that ran into a limit is written to later without the others.
 */
export async function say(context: Context<CloseJob>, message: Message): Promise<void> {
  const { attempt } = context;
  const saved = await attempt.load("said", Said);
  if (saved === true) return;
  const known = typeof saved === "object" ? saved : { left: [...message.nodeIds], isBranchLeft: true };
  const left = await leaveOutSaid(context, known);
  if (left.left.length > 0 || (left.isBranchLeft && message.deleteBranchNodeId !== null)) {
    const { retryAfterMs, ...rest } = await announce(context, message, left);
    if (rest.left.length > 0 || rest.isBranchLeft) {
      await attempt.save("said", rest);
      const options = retryAfterMs === null ? {} : { retryAfterMs };
      throw new RetryableError("A comment has to wait", options);
    }
  }
  await attempt.save("said", true);
}

async function leaveOutSaid({ job, attempt, repository }: Context<CloseJob>, known: Left): Promise<Left> {
  if (attempt.number === 1) return known;
  const marker = renderCommentMarker(job.workId);
  const left: string[] = [];
  for (const nodeId of known.left) {
    const thread = { issueNodeId: nodeId, commentNodeId: nodeId };
    if ((await repository.findOwnComment(thread, marker)) === null) left.push(nodeId);
  }
  return { left, isBranchLeft: known.isBranchLeft };
}

/** What a person must mend first (the repository is archived, a permission is gone) leaves a line in the log: nobody can be told. */
async function announce(
  { job, repository, world }: Context<CloseJob>,
  { text, deleteBranchNodeId }: Message,
  { left, isBranchLeft }: Left,
): Promise<Announced & Left> {
  try {
    const announced = await repository.announce({
      nodeIds: left,
      body: `${text}\n\n${renderCommentMarker(job.workId)}`,
      deleteBranchNodeId: isBranchLeft ? deleteBranchNodeId : null,
    });
    return { ...announced, left: [...announced.left] };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    const fields = { workId: job.workId, err: toError(thrown) };
    world.log.warn(fields, "Could not say what became of a pull request");
    return { left: [], isBranchLeft: false, retryAfterMs: null };
  }
}
