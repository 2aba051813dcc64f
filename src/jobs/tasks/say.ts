import { z } from "zod";
import { renderCommentMarker } from "../../pull-request/marker.ts";
import type { CloseJob } from "../payload.ts";
import type { Context } from "./world.ts";

/**
 * Says something that nobody asked for, once: an attempt whose answer was lost is followed by one that looks
 * for its comment first.
 */
export async function say(
  { job, attempt, repository }: Context<CloseJob>,
  message: { readonly nodeIds: readonly string[]; readonly text: string },
): Promise<void> {
  if (await attempt.load("said", z.boolean())) return;
  const marker = renderCommentMarker(job.workId);
  const [first] = message.nodeIds;
  const isSaid =
    attempt.number > 1 &&
    first !== undefined &&
    (await repository.findOwnComment({ issueNodeId: first, commentNodeId: first }, marker)) !== null;
  if (!isSaid) {
    await repository.announce({
      nodeIds: message.nodeIds,
      body: `${message.text}\n\n${marker}`,
    });
  }
  await attempt.save("said", true);
}
