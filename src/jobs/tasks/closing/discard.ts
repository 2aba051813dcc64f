import { z } from "zod";
import type { ClosedPullRequest } from "../../../ports/repository.ts";
import type { OwnPullRequest } from "../../../ports/store.ts";
import { once } from "../../checkpoint.ts";
import type { CloseJob } from "../../payload.ts";
import { say } from "../telling/say.ts";
import type { Context } from "../world.ts";

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
  // Saved before it is said: the attempt after this one finds no branch any more.
  const branch = await once(context.attempt, "branch", z.string(), () => clearBranch(context, own, closed));
  await say(context, {
    nodeIds: [closed.nodeIds.issue ?? closed.nodeIds.pullRequest],
    text: `The draft #${own.number} was closed without merging, and Galley remembers that.${branch} Write \`/draft\` for another one.`,
  });
  return "discarded";
}

/** Deletes the branch when it is only ours; what became of it, as a sentence. */
async function clearBranch(
  { repository }: Pick<Context, "repository">,
  own: OwnPullRequest,
  { branch }: ClosedPullRequest,
): Promise<string> {
  if (branch === null) return "";
  if (!branch.commits.every((oid) => oid === own.headOid))
    return " Its branch stays, because somebody else's commits are on it.";
  return (await repository.deleteBranch(branch.nodeId))
    ? " Its branch is deleted."
    : " Its branch stays, because GitHub does not let Galley delete it: a rule may protect it.";
}
