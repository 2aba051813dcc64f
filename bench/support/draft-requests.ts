/** The requests of one draft as docs/how-it-works.md counts them, then ready, merged and its branch deleted. */
export const documents = {
  read: `query Read($branch: String!) {
    repository(owner: "acme", name: "blog") {
      id isPrivate
      defaultBranchRef { target { oid ... on Commit {
        settings: file(path: ".github/galley.yml") { mode }
        source: file(path: "interviews/talk.md") { mode type object { ... on Blob { text isBinary isTruncated byteSize } } }
      } } }
      refs(refPrefix: "refs/heads/", query: $branch, first: 100) { nodes { name } }
      label(name: "blog-draft") { id }
    }
  }`,
  begin: `mutation Begin($subject: ID!) {
    addReaction(input: {subjectId: $subject, content: EYES}) { clientMutationId }
    addComment(input: {subjectId: $subject, body: "Reading the sources."}) { commentEdge { node { id } } }
  }`,
  open: `mutation Open($repository: ID!, $branch: String!, $ref: String!, $base: GitObjectID!, $path: String!, $contents: Base64String!) {
    createRef(input: {repositoryId: $repository, name: $ref, oid: $base}) { clientMutationId }
    createCommitOnBranch(input: {branch: {repositoryNameWithOwner: "acme/blog", branchName: $branch}, expectedHeadOid: $base, message: {headline: "Draft"}, fileChanges: {additions: [{path: $path, contents: $contents}]}}) { commit { oid } }
    createPullRequest(input: {repositoryId: $repository, baseRefName: "main", headRefName: $branch, title: "A talk", body: "Body", draft: true}) { pullRequest { id number headRefOid } }
  }`,
  finish: `mutation Finish($repository: ID!, $comment: ID!, $head: GitObjectID!, $annotations: [CheckAnnotationData!]!) {
    updateIssueComment(input: {id: $comment, body: "The draft is there."}) { clientMutationId }
    createCheckRun(input: {repositoryId: $repository, name: "quotes", headSha: $head, conclusion: SUCCESS, output: {title: "t", summary: "s", annotations: $annotations}}) { checkRun { id } }
  }`,
  ready: `mutation Ready($pull: ID!) { markPullRequestReadyForReview(input: {pullRequestId: $pull}) { clientMutationId } }`,
  merge: `mutation Merge($pull: ID!) { mergePullRequest(input: {pullRequestId: $pull, mergeMethod: SQUASH}) { clientMutationId } }`,
} as const;

/** As many as a request takes. */
export const annotations = Array.from({ length: 50 }, (_, index) => ({
  path: "content/blog/a-talk.md",
  location: { startLine: index + 1, endLine: index + 1 },
  annotationLevel: "NOTICE",
  message: "It rests on interviews/talk.md, line 118",
}));
