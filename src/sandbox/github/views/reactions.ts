import type { Reaction, ReactionContent, World } from "../state.ts";
import { renderUser } from "./user.ts";

/** REST's names of the eight reactions. */
export const restContents: Readonly<Record<ReactionContent, string>> = {
  THUMBS_UP: "+1",
  THUMBS_DOWN: "-1",
  LAUGH: "laugh",
  HOORAY: "hooray",
  CONFUSED: "confused",
  HEART: "heart",
  ROCKET: "rocket",
  EYES: "eyes",
};

/** The counts that an issue or comment carries. */
export function renderReactionCounts(reactions: readonly Reaction[], url: string) {
  const count = (name: string) => reactions.filter((one) => restContents[one.content] === name).length;
  const counts = Object.fromEntries(Object.values(restContents).map((name) => [name, count(name)]));
  return { url, total_count: reactions.length, ...counts };
}

export function renderReaction(world: World, reaction: Reaction) {
  return {
    id: reaction.id,
    node_id: reaction.nodeId,
    user: renderUser(world, reaction.user),
    content: restContents[reaction.content],
    created_at: reaction.createdAt,
  };
}
