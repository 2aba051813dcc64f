import { unprocessable } from "./errors.ts";
import { emitPull, emitPush } from "./events.ts";
import { measurePull } from "./measure-pull.ts";
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
    else await follow(world, pull, sender, move.after);
  }
  if (move.after === undefined) await baseDeleted(world, repository, sender, branch);
}

/** The open pull requests from a branch. */
export function openPulls(repository: Repository, headBranch: string): PullRequest[] {
  return repository.issues
    .filter(isPull)
    .filter((one) => one.state === "open" && one.pull.headBranch === headBranch);
}

async function follow(world: World, pull: PullRequest, sender: User, after: string): Promise<void> {
  const before = pull.pull.headOid;
  pull.pull.headOid = after;
  pull.pull.size = await measurePull(pull.repository, pull.pull);
  pull.updatedAt = now();
  emitPull(world, pull, sender, { action: "synchronize", before, after });
}

/**
 * Pull requests into a branch that is gone: where it was merged itself, they go where it went, else they are closed
 * (docs.github.com, "Managing the automatic deletion of branches" and "About branches").
 */
async function baseDeleted(
  world: World,
  repository: Repository,
  sender: User,
  branch: string,
): Promise<void> {
  const pulls = repository.issues.filter(isPull);
  const merged = pulls.findLast((one) => one.pull.merge && one.pull.headBranch === branch);
  const next = merged?.pull.baseBranch;
  const oid = next === undefined ? undefined : await repository.git.readRef(`refs/heads/${next}`);
  for (const pull of pulls) {
    if (pull.state === "closed" || pull.pull.baseBranch !== branch) continue;
    if (next === undefined || oid === undefined) closePull(world, pull, sender);
    else await retargetPull(world, pull, sender, { branch: next, oid });
  }
}

/** Gives a pull request another base. */
export async function retargetPull(
  world: World,
  pull: PullRequest,
  sender: User,
  to: { branch: string; oid: string },
): Promise<void> {
  const { baseBranch, baseOid } = pull.pull;
  pull.pull.baseBranch = to.branch;
  pull.pull.baseOid = to.oid;
  pull.pull.size = await measurePull(pull.repository, pull.pull);
  pull.updatedAt = now();
  const changes = { base: { ref: { from: baseBranch }, sha: { from: baseOid } } };
  emitPull(world, pull, sender, { action: "edited", changes });
}

/** Writes down that a pull request was merged; its base stays where it was before, so that its commits stay its own. */
export function mergedPull(pull: PullRequest, merge: { oid: string; by: User; base: string }): void {
  pull.pull.baseOid = merge.base;
  pull.state = "closed";
  pull.closedAt = now();
  pull.updatedAt = pull.closedAt;
  pull.pull.closedBy = merge.by;
  pull.pull.merge = { oid: merge.oid, by: merge.by, at: pull.closedAt };
}

/** Closes an open pull request without merging it; does nothing to a closed one. */
export function closePull(world: World, pull: PullRequest, sender: User): void {
  if (pull.state === "closed") return;
  pull.state = "closed";
  pull.closedAt = now();
  pull.updatedAt = pull.closedAt;
  pull.pull.closedBy = sender;
  emitPull(world, pull, sender, { action: "closed" });
}

/** Opens a closed pull request again; does nothing to an open one, and refuses a merged one or one without its branch. */
export async function reopenPull(world: World, pull: PullRequest, sender: User): Promise<void> {
  if (pull.state === "open") return;
  const head = await pull.repository.git.readRef(`refs/heads/${pull.pull.headBranch}`);
  if (head === undefined || pull.pull.merge) throw unprocessable("Could not open the pull request.");
  pull.pull.headOid = head;
  pull.pull.size = await measurePull(pull.repository, pull.pull);
  pull.state = "open";
  pull.closedAt = null;
  pull.updatedAt = now();
  emitPull(world, pull, sender, { action: "reopened" });
}
