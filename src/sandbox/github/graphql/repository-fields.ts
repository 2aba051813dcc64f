import { notFound, UnknownOperationError } from "../errors.ts";
import { isPull, refNodeId, stateOfPull } from "../nodes.ts";
import type { Repository } from "../state.ts";
import { repositoryUrls } from "../views/urls.ts";
import { connection, type Page } from "./connection.ts";
import type { Fields } from "./fields.ts";
import { readObject } from "./git-fields.ts";
import { type IssueFilter, selectIssues } from "./select-issues.ts";

type PullFilter = Page & {
  headRefName?: string | null;
  baseRefName?: string | null;
  states?: string[] | null;
  orderBy?: { field: string; direction: string } | null;
};

export type RefSource = { kind: "ref"; repository: Repository; name: string; oid: string };

export const repositoryFields: Fields<Repository> = {
  id: (repository) => repository.nodeId,
  databaseId: (repository) => repository.id,
  name: (repository) => repository.name,
  nameWithOwner: (repository) => `${repository.owner.login}/${repository.name}`,
  owner: (repository) => repository.owner,
  url: (repository, _args, call) => repositoryUrls(call.world, repository).html,
  isPrivate: (repository) => repository.private,
  visibility: (repository) => (repository.private ? "PRIVATE" : "PUBLIC"),
  isArchived: (repository) => repository.archived,
  isDisabled: () => false,
  isFork: () => false,
  deleteBranchOnMerge: (repository) => repository.autoDeleteHead,
  createdAt: (repository) => repository.createdAt,
  defaultBranchRef: (repository) => findRef(repository, `refs/heads/${repository.defaultBranch}`),
  ref: (repository, { qualifiedName }: { qualifiedName: string }) =>
    findRef(repository, qualifiedName.startsWith("refs/") ? qualifiedName : `refs/heads/${qualifiedName}`),
  refs: async (repository, args: Page & { refPrefix: string; query?: string | null }) => {
    const { refPrefix, query } = args;
    const refs = await repository.git.listRefs(refPrefix);
    const found = refs.filter((ref) => ref.name.slice(refPrefix.length).includes(query ?? ""));
    return connection(
      "refs",
      found.map((ref): RefSource => ({ kind: "ref", repository, ...ref })),
      args,
    );
  },
  object: (repository, { expression, oid }: { expression?: string | null; oid?: string | null }) =>
    readObject(repository, expression ?? oid ?? ""),
  label: (repository, { name }: { name: string }) => {
    const label = repository.labels.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return label ? { kind: "label", repository, label } : null;
  },
  labels: (repository, page: Page) =>
    connection(
      "labels",
      repository.labels.map((label) => ({ kind: "label", repository, label })),
      page,
    ),
  issue: (repository, { number }: { number: number }) => {
    const issue = repository.issues.find((one) => one.number === number && !one.pull);
    if (!issue) throw notFound(`Could not resolve to an Issue with the number of ${number}.`);
    return issue;
  },
  issues: (repository, filter: IssueFilter) => connection("issues", selectIssues(repository, filter), filter),
  pullRequest: (repository, { number }: { number: number }) => {
    const pull = repository.issues.filter(isPull).find((one) => one.number === number);
    if (!pull) throw notFound(`Could not resolve to a PullRequest with the number of ${number}.`);
    return pull;
  },
  pullRequests: (repository, filter: PullFilter) => {
    // Read before the list is gone through: it may be empty.
    const { headRefName, baseRefName, states, orderBy } = filter;
    if (orderBy && orderBy.field !== "CREATED_AT")
      throw new UnknownOperationError("The sandbox lists pull requests by CREATED_AT alone");
    const found = repository.issues
      .filter(isPull)
      .filter((one) => !headRefName || one.pull.headBranch === headRefName)
      .filter((one) => !baseRefName || one.pull.baseBranch === baseRefName)
      .filter((one) => !states || states.includes(stateOfPull(one)));
    return connection("pullRequests", orderBy?.direction === "DESC" ? found.toReversed() : found, filter);
  },
};

export const refFields: Fields<RefSource> = {
  id: (ref) => refNodeId(ref.repository, ref.name),
  name: (ref) => ref.name.slice(prefixOf(ref).length),
  prefix: prefixOf,
  repository: (ref) => ref.repository,
  target: (ref) => readObject(ref.repository, ref.oid),
};

/** A ref by its full name, or null when there is none. */
export async function findRef(repository: Repository, name: string): Promise<RefSource | null> {
  const oid = await repository.git.readRef(name);
  return oid === undefined ? null : { kind: "ref", repository, name, oid };
}

function prefixOf(ref: RefSource): string {
  return /^refs\/(?:heads|tags)\//.exec(ref.name)?.[0] ?? "refs/";
}
