import { emitPull, emitPush } from "./events.ts";
import { isPull } from "./nodes.ts";
import { now, type PullRequest, type Repository, type User, type World } from "./state.ts";

/**
 * What follows when a branch was made, moved or deleted: the push is told,
 * open pull requests from it follow its head, and those whose branch is gone are closed.
 */
export async function branchMoved(
  world: World,
  repository: Repository,
  sender: User,
  move: { ref: string; before: string | undefined; after: string | undefined },
): Promise<void> {
  await emitPush(world, repository, sender, move);
  const branch = move.ref.replace(/^refs\/heads\//, "");
  for (const pull of openPulls(repository, branch)) {
    if (move.after === undefined) closePull(world, pull, sender);
    else follow(world, pull, sender, move.after);
  }
}

export function openPulls(repository: Repository, headBranch: string): PullRequest[] {
  return repository.issues
    .filter(isPull)
    .filter((one) => one.state === "open" && one.pull.headBranch === headBranch);
}

function follow(world: World, pull: PullRequest, sender: User, after: string): void {
  const before = pull.pull.headOid;
  pull.pull.headOid = after;
  pull.updatedAt = now();
  emitPull(world, pull, sender, { action: "synchronize", before, after });
}

/** Closes an open pull request without merging it; does nothing to a closed one. */
export function closePull(world: World, pull: PullRequest, sender: User): void {
  if (pull.state === "closed") return;
  pull.state = "closed";
  pull.closedAt = now();
  pull.updatedAt = pull.closedAt;
  emitPull(world, pull, sender, { action: "closed" });
}

/** Opens a closed pull request again; does nothing to an open one. */
export function reopenPull(world: World, pull: PullRequest, sender: User): void {
  if (pull.state === "open") return;
  pull.state = "open";
  pull.closedAt = null;
  pull.updatedAt = now();
  emitPull(world, pull, sender, { action: "reopened" });
}
