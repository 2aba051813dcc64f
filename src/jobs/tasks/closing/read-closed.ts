import type { ClosedPullRequest } from "../../../ports/repository.ts";
import type { OwnPullRequest } from "../../../ports/store.ts";
import { findMovedPost } from "../../../pull-request/find-moved-post.ts";
import { settingsPath } from "../../payload.ts";
import type { Context } from "../world.ts";

/** Somebody who moves a post adds a few files beside it, not dozens. */
const mostCandidates = 20;

/** The pull request as it stands now, with its post; one that was moved in review is found where it went. */
export async function readClosed(
  { repository }: Pick<Context, "repository">,
  own: OwnPullRequest,
): Promise<ClosedPullRequest> {
  const { number, issueNumber, file } = own;
  const closed = await repository.readClosed({ number, issueNumber, file, settingsPath });
  const { commit } = closed;
  const post = closed.state === "MERGED" ? closed.merged : closed.head;
  if (post || !closed.isOurs || closed.state === "CLOSED" || commit === null || closed.added.length === 0)
    return closed;
  const paths = closed.added.slice(0, mostCandidates);
  const now = `refs/heads/${closed.defaultBranch}`;
  const [original = null, ...texts] = await repository.readTexts([
    { revision: own.headOid, path: file },
    ...[commit, now].flatMap((revision) => paths.map((path) => ({ revision, path }))),
  ]);
  const added = paths.map((path, index) => ({
    path,
    text: texts[index] ?? null,
    current: texts[paths.length + index] ?? null,
  }));
  const moved = findMovedPost({ path: file, slug: own.slug, text: original }, added);
  const { path, text = null, current = null } = added.find((one) => one.path === moved) ?? {};
  if (path === undefined || text === null) return closed;
  return {
    ...closed,
    merged: closed.state === "MERGED" ? { commit, path, text } : null,
    head: closed.state === "OPEN" ? { path, text } : null,
    current: closed.current ?? (current === null ? null : { path, text: current }),
  };
}
