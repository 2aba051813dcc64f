import type { CreatePullRequestInput } from "@octokit/graphql-schema";
import { z } from "zod";
import { checkIssueBody, unprocessable, validationFailed } from "../errors.ts";
import { emitPull } from "../events.ts";
import { measurePull } from "../measure-pull.ts";
import { findRepositoryNode } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import { openPulls } from "../refs.ts";
import { newIdentity, now, type PullRequest, type PullSize, type Repository } from "../state.ts";
import { renderPullRequest } from "../views/pull-request.ts";
import { userFor } from "../world.ts";
import { readBody } from "./read-body.ts";

const Body = z.object({
  title: z.string().min(1),
  head: z.string(),
  base: z.string(),
  body: z.string().nullish(),
  draft: z.boolean().default(false),
});

type Wanted = { title: string; body: string; head: string; base: string; draft: boolean };

/** Opens a pull request from a branch of the same repository; it takes no labels. */
export const createPullRequest: Operation = {
  rest: [
    {
      scope: "repository",
      id: "pulls/create",
      method: "POST",
      path: "/repos/:owner/:repo/pulls",
      act: async (call, repository, { body }) => {
        const wanted = readBody(Body, body);
        const pull = await create(call, repository, { ...wanted, body: wanted.body ?? "" });
        return { status: 201, body: renderPullRequest(call.world, pull) };
      },
    },
  ],
  mutations: [
    mutation<CreatePullRequestInput>({
      field: "createPullRequest",
      on: (call, input) => findRepositoryNode(call, input.repositoryId),
      act: async (call, input, repository) => {
        const { title, body, draft, headRefName: head, baseRefName: base } = input;
        const wanted = { title, body: body ?? "", draft: draft ?? false, head, base };
        return { pullRequest: await create(call, repository, wanted) };
      },
    }),
  ],
};

async function create(call: Call, repository: Repository, wanted: Wanted): Promise<PullRequest> {
  const ends = await findEnds(repository, wanted);
  checkIssueBody(wanted.body);
  // Private repositories of some plans have no drafts (public threads SWE-agent#179, hub#2099).
  if (wanted.draft && !repository.drafts) {
    throw unprocessable("Draft pull requests are not supported in this repository.");
  }
  const size = await measurePull(repository, ends);
  // No await from here on, so that of two requests at once only one gets through.
  checkNoneOpen(repository, ends.headBranch, ends.baseBranch);
  return open(call, repository, wanted, { ...ends, size });
}

type Ends = { headBranch: string; headOid: string; baseBranch: string; baseOid: string };

async function findEnds(repository: Repository, wanted: Wanted): Promise<Ends> {
  const baseBranch = wanted.base.replace(/^refs\/heads\//, "");
  const headBranch = wanted.head.replace(/^refs\/heads\//, "").replace(`${repository.owner.login}:`, "");
  const baseOid = await repository.git.readRef(`refs/heads/${baseBranch}`);
  const headOid = await repository.git.readRef(`refs/heads/${headBranch}`);
  // Public thread octopilot#134.
  if (baseOid === undefined) throw invalid("base", "Base ref must be a branch");
  if (headOid === undefined) throw invalid("head", "Head ref must be a branch");
  // Public threads ship-studio/ship-studio#838 (GraphQL), mislav/hub#2322 (REST).
  if (!(await repository.git.haveCommonHistory(baseOid, headOid))) {
    throw custom(`The ${headBranch} branch has no history in common with ${baseBranch}`);
  }
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

function open(
  call: Call,
  repository: Repository,
  wanted: Wanted,
  ends: Ends & { size: PullSize },
): PullRequest {
  const author = userFor(call.world, call.actor);
  const time = now();
  const pull: PullRequest = {
    ...newIdentity(call.world, "PR"),
    kind: "issue",
    repository,
    number: repository.issues.length + 1,
    title: wanted.title,
    body: wanted.body,
    author,
    state: "open",
    createdAt: time,
    updatedAt: time,
    closedAt: null,
    labels: [],
    comments: [],
    reactions: [],
    locked: false,
    pull: { draft: wanted.draft, ...ends, merge: undefined, closedBy: null, reviewComments: [] },
  };
  repository.issues.push(pull);
  call.world.nodes.set(pull.nodeId, pull);
  emitPull(call.world, pull, author, { action: "opened" });
  return pull;
}
