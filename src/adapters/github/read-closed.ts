import { z } from "zod";
import type { ClosedPullRequest, Repository } from "../../ports/repository.ts";
import type { GithubClient } from "./client.ts";
import { describeEntry, Entry, entryFields } from "./read.ts";

const text = "object { ... on Blob { text } }";

const document = `
  query ReadClosed($owner: String!, $name: String!, $number: Int!, $issue: Int!, $file: String!, $settings: String!) {
    repository(owner: $owner, name: $name) {
      defaultBranchRef { name target { ... on Commit { settings: file(path: $settings) { ...Entry } current: file(path: $file) { ${text} } } } }
      issue(number: $issue) { id }
      pullRequest(number: $number) {
        id state baseRefName isCrossRepository viewerDidAuthor
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
    defaultBranchRef: z.object({ name: z.string(), target: z.object({ settings: Entry, current: File }) }),
    issue: z.object({ id: z.string() }).nullable(),
    pullRequest: z.object({
      id: z.string(),
      state: z.enum(["OPEN", "CLOSED", "MERGED"]),
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
  const isMoved = mergeCommit !== null && readText(mergeCommit.file) === null;
  const path = (isMoved ? findRenamed(repository) : null) ?? file;
  const moved =
    mergeCommit === null || path === file ? null : await readMoved(client, place, path, mergeCommit.oid);
  const merged = readText(mergeCommit?.file) ?? moved?.merged ?? null;
  const current = readText(defaultBranchRef.target.current) ?? moved?.current ?? null;
  return {
    isOurs: pullRequest.viewerDidAuthor && !pullRequest.isCrossRepository,
    state: pullRequest.state,
    baseBranch: pullRequest.baseRefName,
    defaultBranch: defaultBranchRef.name,
    settings: describeEntry(defaultBranchRef.target.settings),
    merged: mergeCommit && merged !== null ? { commit: mergeCommit.oid, path, text: merged } : null,
    current: current === null ? null : { path, text: current },
    head: describeHead(pullRequest.headRef?.target.file, file),
    branch: describeBranch(repository),
    nodeIds: { pullRequest: pullRequest.id, issue: repository.issue?.id ?? null },
  };
}

function readText(file: z.infer<typeof File>): string | null {
  return file?.object?.text ?? null;
}

/** How a file that was not there before appears (`PatchStatus`); others were only changed beside the post. */
const added = new Set(["ADDED", "RENAMED", "COPIED"]);

/** The post under another name: the one Markdown file that the pull request adds. */
function findRenamed({ pullRequest }: Found): string | null {
  const posts = (pullRequest.files?.nodes ?? []).filter(
    ({ path, changeType }) => added.has(changeType) && /\.(?:md|markdown|mdx)$/i.test(path),
  );
  return posts.length === 1 ? (posts[0]?.path ?? null) : null;
}

function describeHead(found: z.infer<typeof File>, path: string): ClosedPullRequest["head"] {
  const text = readText(found);
  return text === null ? null : { path, text };
}

async function readMoved(client: GithubClient, place: Place, path: string, commit: string) {
  const query = `query ReadMoved($owner: String!, $name: String!, $path: String!, $expression: String!) {
    repository(owner: $owner, name: $name) {
      object(expression: $expression) { ... on Blob { text } }
      defaultBranchRef { target { ... on Commit { current: file(path: $path) { ${text} } } } }
    }
  }`;
  const Moved = z.object({
    repository: z.object({
      object: z.object({ text: z.string().nullish() }).nullable(),
      defaultBranchRef: z.object({ target: z.object({ current: File }) }),
    }),
  });
  const variables = { ...place, path, expression: `${commit}:${path}` };
  const { repository } = Moved.parse(
    await client.query("read the post where it was moved", query, variables),
  );
  return {
    merged: repository.object?.text ?? null,
    current: readText(repository.defaultBranchRef.target.current),
  };
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
