import type { ClosedPullRequest } from "../../../ports/repository.ts";
import type { OwnPullRequest } from "../../../ports/store.ts";
import { describePublication } from "../../../publishing/describe-publication.ts";
import type { CloseJob } from "../../payload.ts";
import { say } from "../telling/say.ts";
import type { Context } from "../world.ts";
import { announcePost } from "./announce-post.ts";
import { type Plan, planAnnouncement } from "./plan-announcement.ts";
import { screenAnnouncement } from "./screen-announcement.ts";

/** Merged into the default branch: the post is out; its announcement is sent, held or skipped, and that is said. */
export async function publish(
  context: Context<CloseJob>,
  own: OwnPullRequest,
  closed: ClosedPullRequest,
): Promise<"published" | "ignored"> {
  const { world } = context;
  const nodeIds = [
    closed.nodeIds.pullRequest,
    ...(closed.nodeIds.issue === null ? [] : [closed.nodeIds.issue]),
  ];
  if (closed.baseBranch !== closed.defaultBranch) {
    const text = `#${own.number} was merged into another branch than \`${closed.defaultBranch}\`, so it is not published and nothing is announced.`;
    await say(context, { nodeIds, text });
    return "ignored";
  }
  await world.store.forgetDiscard(own.repositoryId, own.number);
  const key = { repositoryId: own.repositoryId, pullRequestNumber: own.number };
  const known = await world.publications.load(key);
  const plan = await screenAnnouncement(
    context,
    own.number,
    planAnnouncement(context, own, closed, closed.merged),
  );
  const publication =
    known && known.state !== "sending"
      ? known
      : await announcePost(world, key, plan.decision, { card: plan.card, from: [] });
  await say(context, {
    nodeIds,
    text: `#${own.number} is merged${describeFate(closed, plan)}. ${describePublication(publication)}`,
  });
  return "published";
}

/** What the site makes of the merge. A post that is not there, or says that it is a draft, is not shown. */
function describeFate({ merged }: ClosedPullRequest, { isHeldBack }: Plan): string {
  if (!merged) return "";
  return isHeldBack
    ? ": the post says `draft: true`, so the site does not show it yet"
    : ": the post is published with the site's next build";
}
