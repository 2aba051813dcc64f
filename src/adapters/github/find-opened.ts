import { z } from "zod";
import type { OpenedBefore, OpenRequest } from "../../ports/repository.ts";
import type { GithubClient } from "./client.ts";

const commit =
  "oid message parents(first: 2) { nodes { oid } } file(path: $path) { object { ... on Blob { text } } }";

const document = `
  query FindOpened($owner: String!, $name: String!, $base: GitObjectID!, $ref: String!, $branch: String!, $path: String!, $label: String!) {
    repository(owner: $owner, name: $name) {
      nameWithOwner
      label(name: $label) { id }
      base: object(oid: $base) { ... on Commit { file(path: $path) { oid } } }
      ref(qualifiedName: $ref) { id target { oid ... on Commit { ${commit} } } }
      pullRequests(headRefName: $branch, first: 10, orderBy: { field: CREATED_AT, direction: DESC }) {
        nodes { id number url isDraft body viewerDidAuthor isCrossRepository commits(first: 1) { nodes { commit { ${commit} } } } }
      }
    }
  }`;

const Commit = z.object({
  oid: z.string(),
  message: z.string().optional(),
  parents: z.object({ nodes: z.array(z.object({ oid: z.string() })) }).optional(),
  file: z.object({ object: z.object({ text: z.string().nullish() }).nullish() }).nullish(),
});

const Answer = z.object({
  repository: z.object({
    nameWithOwner: z.string(),
    label: z.object({ id: z.string() }).nullable(),
    base: z.object({ file: z.object({ oid: z.string() }).nullish() }).nullable(),
    ref: z.object({ id: z.string(), target: Commit }).nullable(),
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
          commits: z.object({ nodes: z.array(z.object({ commit: Commit })) }),
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
  learn: (fullName: string) => void,
): Promise<OpenedBefore> {
  const variables = {
    ...place,
    base: request.baseCommit,
    ref: `refs/heads/${request.branch}`,
    branch: request.branch,
    path: request.file.path,
    label: request.label.name,
  };
  const { repository } = Answer.parse(await client.query("look for the pull request", document, variables));
  learn(repository.nameWithOwner);
  const pullRequest = findOurs(repository, request);
  const head = repository.ref?.target;
  const isOurBranch = head !== undefined && (head.oid === request.baseCommit || isOurCommit(head, request));
  if (repository.base?.file) {
    // A post of that path stands on the base: what was made over it is taken back.
    return {
      kind: "occupied",
      pullRequestNodeId: pullRequest?.nodeId ?? null,
      branchNodeId: isOurBranch ? (repository.ref?.id ?? null) : null,
    };
  }
  if (pullRequest) return { kind: "pull-request", pullRequest };
  if (!head) return { kind: "nothing" };
  if (!isOurBranch) return { kind: "foreign" };
  return head.oid === request.baseCommit ? { kind: "branch" } : { kind: "commit", commit: head.oid };
}

/**
 * Ours by its author, by the marker that only this draft has and by its first commit: a pull request of ours can
 * stand on somebody else's branch, when the name was taken in the moment it was opened.
 */
function findOurs(repository: Found, request: OpenRequest) {
  const found = repository.pullRequests.nodes.find(
    (candidate) =>
      candidate.viewerDidAuthor && !candidate.isCrossRepository && candidate.body.includes(request.marker),
  );
  const first = found?.commits.nodes[0]?.commit;
  if (!found || !first || !isOurCommit(first, request)) return null;
  const { id: nodeId, number, url, isDraft } = found;
  return { nodeId, number, url, isDraft, headCommit: first.oid, labelId: repository.label?.id ?? null };
}

/** After a lost answer a commit is known by its trailer, its only parent and its content, all three. */
function isOurCommit(target: z.infer<typeof Commit>, request: OpenRequest): boolean {
  const parents = target.parents?.nodes.map(({ oid }) => oid) ?? [];
  return (
    (target.message ?? "").trimEnd().endsWith(request.commitMessage.body) &&
    parents.length === 1 &&
    parents[0] === request.baseCommit &&
    target.file?.object?.text === request.file.text
  );
}
