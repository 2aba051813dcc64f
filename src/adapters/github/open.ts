import { z } from "zod";
import { RetryableError } from "../../errors.ts";
import type { OpenedBefore, OpenRequest, OpenResult } from "../../ports/repository.ts";
import { failWith, type GithubClient } from "./client.ts";

/** The steps that an earlier attempt left to do. */
type Needs = { readonly branch: boolean; readonly commit: string | null };

const document = `
  mutation Open($ref: CreateRefInput!, $commit: CreateCommitOnBranchInput!, $pullRequest: CreatePullRequestInput!,
      $label: CreateLabelInput!, $needsBranch: Boolean!, $needsCommit: Boolean!, $needsLabel: Boolean!, $path: String!) {
    createRef(input: $ref) @include(if: $needsBranch) { ref { id target { ... on Commit { file(path: $path) { oid } } } } }
    createCommitOnBranch(input: $commit) @include(if: $needsCommit) { commit { oid } }
    createPullRequest(input: $pullRequest) { pullRequest { id number url isDraft headRefOid } }
    createLabel(input: $label) @include(if: $needsLabel) { label { id } }
  }`;

const PullRequest = z.object({
  id: z.string(),
  number: z.int(),
  url: z.string(),
  isDraft: z.boolean(),
  headRefOid: z.string(),
});

const Answer = z.object({
  createRef: z
    .object({
      ref: z
        .object({
          id: z.string(),
          target: z.object({ file: z.object({ oid: z.string() }).nullish() }).nullable(),
        })
        .nullable(),
    })
    .nullish(),
  createCommitOnBranch: z.object({ commit: z.object({ oid: z.string() }).nullable() }).nullish(),
  createPullRequest: z.object({ pullRequest: PullRequest.nullable() }).nullish(),
  createLabel: z.object({ label: z.object({ id: z.string() }).nullable() }).nullish(),
});

const task = "open the pull request";

/**
 * Branch, commit and draft pull request in one request. GitHub goes on after a mutation that failed, so a
 * pull request can come back that stands on somebody else's commit, or on a base that has a post of this path:
 * then it is closed again.
 */
export async function openPullRequest(
  client: GithubClient,
  request: OpenRequest,
  found: Exclude<OpenedBefore, { kind: "foreign" }>,
): Promise<OpenResult> {
  if (found.kind === "pull-request") return { kind: "opened", pullRequest: found.pullRequest };
  if (found.kind === "occupied") {
    await takeBack(client, found.pullRequestNodeId, found.branchNodeId);
    return { kind: "taken" };
  }
  const needs: Needs = {
    branch: found.kind === "nothing",
    commit: found.kind === "commit" ? found.commit : null,
  };
  const { data, problems } = await client.mutate(task, document, listVariables(request, needs, true));
  const answer = Answer.parse(data);
  const commit = needs.commit ?? answer.createCommitOnBranch?.commit?.oid;
  const pullRequest = answer.createPullRequest?.pullRequest;
  const labelId = request.labelId ?? answer.createLabel?.label?.id ?? null;
  const ref = answer.createRef?.ref;
  if (pullRequest && ref?.target?.file) {
    await takeBack(client, pullRequest.id, ref.id);
    return { kind: "taken" };
  }
  if (pullRequest && (pullRequest.headRefOid !== commit || (needs.branch && !ref))) {
    await takeBack(client, pullRequest.id, null);
    throw new RetryableError("The branch was not ours alone when the pull request was opened");
  }
  if (commit && pullRequest) return describe(pullRequest, commit, labelId);
  if (commit && problems.some(({ message }) => /draft pull requests are not supported/i.test(message))) {
    return await openWithoutDraft(client, { ...request, labelId }, commit);
  }
  // The branch or the pull request appeared since the Read: the next attempt looks at what is there.
  if (problems.some(({ message }) => /already exists/i.test(message))) {
    throw new RetryableError("The branch or the pull request exists already");
  }
  return failWith(task, problems);
}

/** Private repositories on some plans have no drafts ("Draft pull requests are not supported", public thread SWE-agent/SWE-agent#179). */
async function openWithoutDraft(
  client: GithubClient,
  request: OpenRequest,
  commit: string,
): Promise<OpenResult> {
  const needs = { branch: false, commit };
  const { data, problems } = await client.mutate(task, document, listVariables(request, needs, false));
  const pullRequest = Answer.parse(data).createPullRequest?.pullRequest;
  return pullRequest ? describe(pullRequest, commit, request.labelId) : failWith(task, problems);
}

/** Closes what must not stay open; `branchId` only for a branch that holds nothing but ours. */
async function takeBack(
  client: GithubClient,
  pullRequestId: string | null,
  branchId: string | null,
): Promise<void> {
  if (pullRequestId === null && branchId === null) return;
  const close = `mutation Close($pullRequest: ClosePullRequestInput!, $branch: DeleteRefInput!, $hasPullRequest: Boolean!, $hasBranch: Boolean!) {
    closePullRequest(input: $pullRequest) @include(if: $hasPullRequest) { pullRequest { state } }
    deleteRef(input: $branch) @include(if: $hasBranch) { clientMutationId }
  }`;
  await client.mutate("close the pull request", close, {
    pullRequest: { pullRequestId: pullRequestId ?? "" },
    branch: { refId: branchId ?? "" },
    hasPullRequest: pullRequestId !== null,
    hasBranch: branchId !== null,
  });
}

function describe(
  pullRequest: z.infer<typeof PullRequest>,
  headCommit: string,
  labelId: string | null,
): OpenResult {
  const { id: nodeId, number, url, isDraft } = pullRequest;
  return { kind: "opened", pullRequest: { nodeId, number, url, isDraft, headCommit, labelId } };
}

function listVariables(request: OpenRequest, needs: Needs, isDraft: boolean): Record<string, unknown> {
  const { repositoryNodeId: repositoryId, branch, baseCommit, baseBranch, file } = request;
  return {
    path: file.path,
    needsBranch: needs.branch,
    needsCommit: needs.commit === null,
    needsLabel: request.labelId === null,
    ref: { repositoryId, name: `refs/heads/${branch}`, oid: baseCommit },
    commit: {
      branch: { repositoryNameWithOwner: request.repository, branchName: branch },
      expectedHeadOid: baseCommit,
      message: request.commitMessage,
      fileChanges: {
        additions: [{ path: file.path, contents: Buffer.from(file.text, "utf8").toString("base64") }],
      },
    },
    pullRequest: {
      repositoryId,
      baseRefName: baseBranch,
      headRefName: branch,
      title: request.title,
      body: isDraft ? request.body : request.bodyWithoutDraft,
      draft: isDraft,
    },
    label: {
      repositoryId,
      name: request.label.name,
      color: request.label.color,
      description: request.label.description,
    },
  };
}
