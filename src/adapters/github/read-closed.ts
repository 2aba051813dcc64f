import { z } from "zod";
import type { ClosedPullRequest, Repository } from "../../ports/repository.ts";
import type { GithubClient } from "./client.ts";
import { describeEntry, Entry, entryFields } from "./read-places.ts";

const text = "object { ... on Blob { text } }";

const document = `
  query ReadClosed($owner: String!, $name: String!, $number: Int!, $issue: Int!, $file: String!, $settings: String!) {
    repository(owner: $owner, name: $name) {
      isPrivate
      id
      defaultBranchRef { name target { ... on Commit { settings: file(path: $settings) { ...Entry } current: file(path: $file) { ${text} } } } }
      issue(number: $issue) { id }
      pullRequest(number: $number) {
        id state title body baseRefName isCrossRepository viewerDidAuthor
        mergeCommit { oid file(path: $file) { ${text} } }
        commits(first: 100) { totalCount nodes { commit { oid } } }
        files(first: 100) { nodes { path changeType } }
        headRef { id target { oid ... on Commit { file(path: $file) { ${text} } } } }
      }
    }
  } ${entryFields}`;

const File = z.object({ object: z.object({ text: z.string().nullish() }).nullish() }).nullish();

const Answer = z.object({
  repository: z.object({
    isPrivate: z.boolean(),
    id: z.string(),
    defaultBranchRef: z.object({ name: z.string(), target: z.object({ settings: Entry, current: File }) }),
    issue: z.object({ id: z.string() }).nullable(),
    pullRequest: z.object({
      id: z.string(),
      state: z.enum(["OPEN", "CLOSED", "MERGED"]),
      title: z.string(),
      body: z.string(),
      baseRefName: z.string(),
      isCrossRepository: z.boolean(),
      viewerDidAuthor: z.boolean(),
      mergeCommit: z.object({ oid: z.string(), file: File }).nullable(),
      commits: z.object({
        totalCount: z.int(),
        nodes: z.array(z.object({ commit: z.object({ oid: z.string() }) })),
      }),
      files: z.object({ nodes: z.array(z.object({ path: z.string(), changeType: z.string() })) }).nullable(),
      headRef: z.object({ id: z.string(), target: z.object({ oid: z.string(), file: File }) }).nullable(),
    }),
  }),
});

type Found = z.infer<typeof Answer>["repository"];
type Place = { readonly owner: string; readonly name: string };

/** A closed pull request as it stands now; see the port. */
export async function readClosed(
  client: GithubClient,
  place: Place,
  request: Parameters<Repository["readClosed"]>[0],
): Promise<ClosedPullRequest> {
  const { number, issueNumber, file, settingsPath } = request;
  const variables = { ...place, number, issue: issueNumber, file, settings: settingsPath };
  const { repository } = Answer.parse(await client.query("read the pull request", document, variables));
  const { pullRequest, defaultBranchRef } = repository;
  const { mergeCommit } = pullRequest;
  const merged = readText(mergeCommit?.file);
  return {
    isOurs: pullRequest.viewerDidAuthor && !pullRequest.isCrossRepository,
    isPrivate: repository.isPrivate,
    state: pullRequest.state,
    title: pullRequest.title,
    body: pullRequest.body,
    baseBranch: pullRequest.baseRefName,
    defaultBranch: defaultBranchRef.name,
    settings: describeEntry(defaultBranchRef.target.settings),
    commit: mergeCommit?.oid ?? pullRequest.headRef?.target.oid ?? null,
    merged: mergeCommit && merged !== null ? { commit: mergeCommit.oid, path: file, text: merged } : null,
    current: describePost(defaultBranchRef.target.current, file),
    head: describePost(pullRequest.headRef?.target.file, file),
    added: listAdded(repository),
    changed: (pullRequest.files?.nodes ?? [])
      .filter(({ changeType }) => changeType !== "DELETED")
      .map(({ path }) => path),
    branch: describeBranch(repository),
    nodeIds: { pullRequest: pullRequest.id, issue: repository.issue?.id ?? null },
    repositoryNodeId: repository.id,
  };
}

function readText(file: z.infer<typeof File>): string | null {
  return file?.object?.text ?? null;
}

/** How a file that was not there before appears (`PatchStatus`); others were only changed beside the post. */
const added = new Set(["ADDED", "RENAMED", "COPIED"]);

/** The Markdown files that the pull request adds, or gives another name. */
function listAdded({ pullRequest }: Found): string[] {
  return (pullRequest.files?.nodes ?? [])
    .filter(({ path, changeType }) => added.has(changeType) && /\.(?:md|markdown|mdx)$/i.test(path))
    .map(({ path }) => path);
}

function describePost(found: z.infer<typeof File>, path: string): ClosedPullRequest["head"] {
  const text = readText(found);
  return text === null ? null : { path, text };
}

/** More than a hundred commits are not listed, and so cannot all be ours. */
function describeBranch({ pullRequest }: Found): ClosedPullRequest["branch"] {
  const { headRef, commits } = pullRequest;
  if (!headRef) return null;
  const oids = new Set(commits.nodes.map(({ commit }) => commit.oid));
  // A push may have come after the pull request was closed.
  oids.add(commits.totalCount > commits.nodes.length ? "more" : headRef.target.oid);
  return { nodeId: headRef.id, commits: [...oids] };
}
