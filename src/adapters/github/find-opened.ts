import { z } from "zod";
import type { OpenedBefore, OpenRequest } from "../../ports/repository.ts";
import type { GithubClient } from "./client.ts";

const document = `
  query FindOpened($owner: String!, $name: String!, $ref: String!, $branch: String!, $path: String!, $label: String!) {
    repository(owner: $owner, name: $name) {
      label(name: $label) { id }
      ref(qualifiedName: $ref) {
        target { oid ... on Commit { message parents(first: 2) { nodes { oid } } file(path: $path) { object { ... on Blob { text } } } } }
      }
      pullRequests(headRefName: $branch, first: 10, orderBy: { field: CREATED_AT, direction: DESC }) {
        nodes { id number url isDraft body viewerDidAuthor isCrossRepository commits(first: 1) { nodes { commit { oid } } } }
      }
    }
  }`;

const Answer = z.object({
  repository: z.object({
    label: z.object({ id: z.string() }).nullable(),
    ref: z
      .object({
        target: z.object({
          oid: z.string(),
          message: z.string().optional(),
          parents: z.object({ nodes: z.array(z.object({ oid: z.string() })) }).optional(),
          file: z.object({ object: z.object({ text: z.string().nullish() }).nullish() }).nullish(),
        }),
      })
      .nullable(),
    pullRequests: z.object({
      nodes: z.array(
        z.object({
          id: z.string(),
          number: z.int(),
          url: z.string(),
          isDraft: z.boolean(),
          body: z.string(),
          viewerDidAuthor: z.boolean(),
          isCrossRepository: z.boolean(),
          commits: z.object({ nodes: z.array(z.object({ commit: z.object({ oid: z.string() }) })) }),
        }),
      ),
    }),
  }),
});

type Found = z.infer<typeof Answer>["repository"];

/** What an attempt whose answer was lost left behind; see `OpenedBefore`. One request. */
export async function findOpened(
  client: GithubClient,
  place: { readonly owner: string; readonly name: string },
  request: OpenRequest,
): Promise<OpenedBefore> {
  const variables = {
    ...place,
    ref: `refs/heads/${request.branch}`,
    branch: request.branch,
    path: request.file.path,
    label: request.label.name,
  };
  const { repository } = Answer.parse(await client.query("look for the pull request", document, variables));
  const pullRequest = findOurs(repository, request);
  if (pullRequest) return { kind: "pull-request", pullRequest };
  const target = repository.ref?.target;
  if (!target) return { kind: "nothing" };
  if (target.oid === request.baseCommit) return { kind: "branch" };
  return isOurCommit(target, request) ? { kind: "commit", commit: target.oid } : { kind: "foreign" };
}

/** Ours by its author and by the marker that only this draft has; its first commit is the one we made. */
function findOurs(repository: Found, request: OpenRequest) {
  const found = repository.pullRequests.nodes.find(
    (candidate) =>
      candidate.viewerDidAuthor && !candidate.isCrossRepository && candidate.body.includes(request.marker),
  );
  const commit = found?.commits.nodes[0]?.commit.oid;
  if (!found || !commit) return null;
  const { id: nodeId, number, url, isDraft } = found;
  return { nodeId, number, url, isDraft, headCommit: commit, labelId: repository.label?.id ?? null };
}

/** After a lost answer a commit is known by its trailer, its only parent and its content, all three. */
function isOurCommit(target: NonNullable<Found["ref"]>["target"], request: OpenRequest): boolean {
  const parents = target.parents?.nodes.map(({ oid }) => oid) ?? [];
  return (
    (target.message ?? "").trimEnd().endsWith(request.commitMessage.body) &&
    parents.length === 1 &&
    parents[0] === request.baseCommit &&
    target.file?.object?.text === request.file.text
  );
}
