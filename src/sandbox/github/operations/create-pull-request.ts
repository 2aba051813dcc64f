import type { CreatePullRequestInput } from "@octokit/graphql-schema";
import { checkIssueBody, unprocessable, validationFailed } from "../errors.ts";
import { emitPull } from "../events.ts";
import { findRepositoryNode } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import { openPulls } from "../refs.ts";
import { newIdentity, now, type PullRequest, type Repository } from "../state.ts";
import { userFor } from "../world.ts";

/** Opens a pull request from a branch of the same repository; it takes no labels. */
export const createPullRequest: Operation = {
  mutations: [
    mutation<CreatePullRequestInput>({
      field: "createPullRequest",
      on: (call, input) => findRepositoryNode(call, input.repositoryId),
      act: async (call, input, repository) => {
        const ends = await findEnds(repository, input);
        checkIssueBody(input.body ?? "");
        // Private repositories of some plans have no drafts (public threads SWE-agent#179, hub#2099).
        if (input.draft && !repository.drafts) {
          throw unprocessable("Draft pull requests are not supported in this repository.");
        }
        // No await from here on, so that of two requests at once only one gets through.
        checkNoneOpen(repository, ends.headBranch, ends.baseBranch);
        return { pullRequest: open(call, repository, input, ends) };
      },
    }),
  ],
};

type Ends = { headBranch: string; headOid: string; baseBranch: string; baseOid: string };

async function findEnds(repository: Repository, input: CreatePullRequestInput): Promise<Ends> {
  const baseBranch = input.baseRefName.replace(/^refs\/heads\//, "");
  const headBranch = input.headRefName
    .replace(/^refs\/heads\//, "")
    .replace(`${repository.owner.login}:`, "");
  const baseOid = await repository.git.readRef(`refs/heads/${baseBranch}`);
  const headOid = await repository.git.readRef(`refs/heads/${headBranch}`);
  // Public thread octopilot#134.
  if (baseOid === undefined) throw invalid("base", "Base ref must be a branch");
  if (headOid === undefined) throw invalid("head", "Head ref must be a branch");
  if ((await repository.git.countCommits(baseOid, headOid)) === 0) {
    // Public threads fork-sync#112, create-pull-request#4088.
    throw custom(`No commits between ${baseBranch} and ${headBranch}`);
  }
  return { headBranch, headOid, baseBranch, baseOid };
}

/** Public thread Financial-Times/nori#65. */
function checkNoneOpen(repository: Repository, headBranch: string, baseBranch: string): void {
  const others = openPulls(repository, headBranch).filter((one) => one.pull.baseBranch === baseBranch);
  if (others.length > 0)
    throw custom(`A pull request already exists for ${repository.owner.login}:${headBranch}.`);
}

function custom(message: string) {
  return validationFailed(message, { resource: "PullRequest", code: "custom", message });
}

function invalid(field: string, message: string) {
  return validationFailed(message, { resource: "PullRequest", field, code: "invalid" });
}

function open(call: Call, repository: Repository, input: CreatePullRequestInput, ends: Ends): PullRequest {
  const author = userFor(call.world, call.actor);
  const time = now();
  const pull: PullRequest = {
    ...newIdentity(call.world, "PR"),
    kind: "issue",
    repository,
    number: repository.issues.length + 1,
    title: input.title,
    body: input.body ?? "",
    author,
    state: "open",
    createdAt: time,
    updatedAt: time,
    closedAt: null,
    labels: [],
    comments: [],
    reactions: [],
    pull: { draft: input.draft ?? false, ...ends, merge: undefined, closedBy: null },
  };
  repository.issues.push(pull);
  call.world.nodes.set(pull.nodeId, pull);
  emitPull(call.world, pull, author, { action: "opened" });
  return pull;
}
