import { unprocessable, validationFailed } from "../errors.ts";
import { openPulls, retargetPull } from "../refs.ts";
import type { PullRequest, User, World } from "../state.ts";

/** Gives an open pull request another base, if there is one and something is left to merge into it. */
export async function retargetPullRequest(
  world: World,
  pull: PullRequest,
  sender: User,
  wanted: string,
): Promise<void> {
  const branch = wanted.replace(/^refs\/heads\//, "");
  if (branch === pull.pull.baseBranch) return;
  if (pull.state === "closed") {
    throw unprocessable("Cannot change the base branch of a closed pull request.");
  }
  const { git } = pull.repository;
  const oid = await git.readRef(`refs/heads/${branch}`);
  // As for a new pull request (public thread octopilot#134).
  if (oid === undefined) {
    const message = "Base ref must be a branch";
    throw validationFailed(message, { resource: "PullRequest", field: "base", code: "invalid", message });
  }
  if ((await git.countCommits(oid, pull.pull.headOid)) === 0) {
    throw unprocessable(
      `There are no new commits between base branch '${branch}' and head branch '${pull.pull.headBranch}'`,
    );
  }
  if (openPulls(pull.repository, pull.pull.headBranch).some((one) => one.pull.baseBranch === branch)) {
    throw unprocessable(
      `A pull request already exists for base branch '${branch}' and head branch '${pull.pull.headBranch}'`,
    );
  }
  await retargetPull(world, pull, sender, { branch, oid });
}
