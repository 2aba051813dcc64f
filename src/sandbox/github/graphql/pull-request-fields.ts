import { UnknownOperationError } from "../errors.ts";
import { stateOfPull } from "../nodes.ts";
import type { PullRequest } from "../state.ts";
import { connection, type Page } from "./connection.ts";
import type { Fields } from "./fields.ts";
import { readObject } from "./git-fields.ts";
import { findRef } from "./repository-fields.ts";
import { issueFields } from "./thread-fields.ts";

/** A pull request. */
export const pullRequestFields: Fields<PullRequest> = {
  ...(issueFields as Fields<PullRequest>),
  state: stateOfPull,
  isDraft: ({ pull }) => pull.draft,
  isCrossRepository: () => false,
  merged: ({ pull }) => pull.merge !== undefined,
  mergedAt: ({ pull }) => pull.merge?.at ?? null,
  mergeCommit: ({ pull, repository }) => (pull.merge ? readObject(repository, pull.merge.oid) : null),
  mergedBy: ({ pull }) => pull.merge?.by ?? null,
  mergeable: async (pull) => {
    if (pull.state === "closed") return "UNKNOWN";
    const tree = await pull.repository.git.mergeTrees(await baseOf(pull), pull.pull.headOid);
    return tree === undefined ? "CONFLICTING" : "MERGEABLE";
  },
  isInMergeQueue: () => false,
  commits: async (pull, page: Page) => {
    const { repository } = pull;
    const oids = await repository.git.listCommits(await baseOf(pull), pull.pull.headOid);
    const commits = await Promise.all(oids.map((oid) => readObject(repository, oid)));
    return connection(
      "commits",
      commits.filter((commit) => commit !== null).map((commit) => ({ commit })),
      page,
    );
  },
  files: async (pull, page: Page) =>
    connection("files", await pull.repository.git.changedFiles(await baseOf(pull), pull.pull.headOid), page),
  changedFiles: async (pull) =>
    (await pull.repository.git.changedFiles(await baseOf(pull), pull.pull.headOid)).length,
  baseRefName: ({ pull }) => pull.baseBranch,
  baseRefOid: ({ pull }) => pull.baseOid,
  baseRef: ({ pull, repository }) => findRef(repository, `refs/heads/${pull.baseBranch}`),
  baseRepository: ({ repository }) => repository,
  headRefName: ({ pull }) => pull.headBranch,
  headRefOid: ({ pull }) => pull.headOid,
  headRef: ({ pull, repository }) => findRef(repository, `refs/heads/${pull.headBranch}`),
  headRepository: ({ repository }) => repository,
  timelineItems: ({ pull, closedAt }, page: Page & { itemTypes?: readonly string[] | null }) => {
    if (page.itemTypes?.join() !== "CLOSED_EVENT")
      throw new UnknownOperationError("Of a timeline the sandbox knows only its CLOSED_EVENTs");
    const events =
      closedAt === null ? [] : [{ kind: "closed-event", actor: pull.closedBy, createdAt: closedAt }];
    return connection("timelineItems", events, page);
  },
  headRepositoryOwner: ({ repository }) => repository.owner,
};

/** Where the base stands now, while the pull request is open: what came into its branch from there is not its own. */
async function baseOf({ pull, repository, state }: PullRequest): Promise<string> {
  const now = state === "open" ? await repository.git.readRef(`refs/heads/${pull.baseBranch}`) : undefined;
  return now ?? pull.baseOid;
}
