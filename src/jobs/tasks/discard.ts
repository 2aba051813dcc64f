import type { ClosedPullRequest } from "../../ports/repository.ts";
import type { OwnPullRequest } from "../../ports/store.ts";
import type { CloseJob } from "../payload.ts";
import { say } from "./say.ts";
import type { Context } from "./world.ts";

/**
 * Closed without merging: remembered, said on the issue, and the branch deleted when every commit on it is ours.
 * A commit that is not in our table is a person's, and then the branch stays.
 */
export async function discard(
  context: Context<CloseJob>,
  own: OwnPullRequest,
  closed: ClosedPullRequest,
): Promise<"discarded"> {
  const { job, world } = context;
  await world.store.saveDiscard(own, { person: job.person, at: world.clock.now() });
  const isOnlyOurs = closed.branch?.commits.every((oid) => oid === own.headOid) ?? false;
  const branch =
    closed.branch === null
      ? ""
      : isOnlyOurs
        ? " Its branch is deleted."
        : " Its branch stays, because somebody else's commits are on it.";
  await say(context, {
    nodeIds: [closed.nodeIds.issue ?? closed.nodeIds.pullRequest],
    text: `The draft #${own.number} was closed without merging, and Galley remembers that.${branch} Write \`/draft\` for another one.`,
    deleteBranchNodeId: isOnlyOurs ? (closed.branch?.nodeId ?? null) : null,
  });
  return "discarded";
}
