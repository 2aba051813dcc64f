import type { Town } from "./town.ts";

const inRepository = (selection: string) => `{ repository(owner: "acme", name: "blog") { ${selection} } }`;

/** One document for each mutation and for each field that has a permission of its own, in an order in which all succeed. */
export const graphqlRequests: Readonly<Record<string, (town: Town) => string>> = {
  "Repository.issue": ({ issue }) => inRepository(`issue(number: ${issue.number}) { title }`),
  "Repository.issues": () => inRepository("issues(first: 1) { totalCount }"),
  "Repository.pullRequest": (town) => inRepository(`pullRequest(number: ${draft(town).number}) { title }`),
  "Repository.pullRequests": () => inRepository("pullRequests(first: 1) { totalCount }"),
  "Repository.object": () => inRepository(`object(expression: "HEAD") { oid }`),
  "Ref.target": () => inRepository(`ref(qualifiedName: "main") { target { oid } }`),
  "Commit.file": () =>
    inRepository(`ref(qualifiedName: "main") { target { ... on Commit { file(path: "notes") { name } } } }`),
  ...mutate("addComment", ({ issue }) => `subjectId: "${issue.node}", body: "Hi"`),
  ...mutate("updateIssueComment", ({ comment }) => `id: "${comment.node}", body: "Hi"`),
  ...mutate("addReaction", ({ issue }) => `subjectId: "${issue.node}", content: ROCKET`),
  ...mutate("removeReaction", ({ issue }) => `subjectId: "${issue.node}", content: ROCKET`),
  ...mutate("createLabel", ({ blog }) => `repositoryId: "${blog.nodeId}", name: "third", color: "ededed"`),
  ...mutate(
    "addLabelsToLabelable",
    ({ issue, label }) => `labelableId: "${issue.node}", labelIds: ["${label.node}"]`,
  ),
  ...mutate(
    "removeLabelsFromLabelable",
    ({ issue, label }) => `labelableId: "${issue.node}", labelIds: ["${label.node}"]`,
  ),
  ...mutate("closeIssue", ({ issue }) => `issueId: "${issue.node}"`),
  ...mutate("reopenIssue", ({ issue }) => `issueId: "${issue.node}"`),
  ...mutate("lockLockable", ({ issue }) => `lockableId: "${issue.node}"`),
  ...mutate("unlockLockable", ({ issue }) => `lockableId: "${issue.node}"`),
  ...mutate(
    "createCheckRun",
    ({ blog }) => `repositoryId: "${blog.nodeId}", name: "n", headSha: "${blog.headOid}"`,
  ),
  ...mutate(
    "updateCheckRun",
    ({ blog, checkRun }) => `repositoryId: "${blog.nodeId}", checkRunId: "${checkRun.node}", name: "m"`,
  ),
  ...mutate(
    "createRef",
    ({ blog }) => `repositoryId: "${blog.nodeId}", name: "refs/heads/made", oid: "${blog.headOid}"`,
  ),
  ...mutate(
    "createCommitOnBranch",
    ({ blog }) =>
      `branch: {repositoryNameWithOwner: "acme/blog", branchName: "made"}, expectedHeadOid: "${blog.headOid}", message: {headline: "Made"}, fileChanges: {additions: [{path: "made.md", contents: "TWFkZQ=="}]}`,
  ),
  ...mutate(
    "createPullRequest",
    ({ blog }) => `repositoryId: "${blog.nodeId}", baseRefName: "main", headRefName: "made", title: "Made"`,
  ),
  ...mutate("markPullRequestReadyForReview", (town) => `pullRequestId: "${draft(town).node}"`),
  ...mutate("convertPullRequestToDraft", (town) => `pullRequestId: "${draft(town).node}"`),
  ...mutate("updatePullRequest", (town) => `pullRequestId: "${draft(town).node}", title: "New"`),
  ...mutate("closePullRequest", (town) => `pullRequestId: "${draft(town).node}"`),
  ...mutate("reopenPullRequest", (town) => `pullRequestId: "${draft(town).node}"`),
  ...mutate(
    "updateRef",
    (town) => `refId: "${draft(town).refNode}", oid: "${draft(town).headOid}", force: true`,
  ),
  ...mutate("deleteIssueComment", ({ comment }) => `id: "${comment.node}"`),
};

/** Those that end what the others need. */
export const lastGraphqlRequests: Readonly<Record<string, (town: Town) => string>> = {
  ...mutate("mergePullRequest", (town) => `pullRequestId: "${draft(town).node}"`),
  ...mutate("deleteRef", (town) => `refId: "${draft(town).refNode}"`),
};

/** Makes the second draft ready, which only GraphQL can. */
export const readySecond = ({ pulls }: Town): string =>
  `mutation { one: markPullRequestReadyForReview(input: {pullRequestId: "${pulls[0]?.node}"}) { clientMutationId } two: markPullRequestReadyForReview(input: {pullRequestId: "${pulls[1]?.node}"}) { clientMutationId } }`;

function mutate(field: string, input: (town: Town) => string): Record<string, (town: Town) => string> {
  return {
    [`Mutation.${field}`]: (town) => `mutation { ${field}(input: {${input(town)}}) { clientMutationId } }`,
  };
}

function draft({ pulls }: Town) {
  const [pull] = pulls;
  if (!pull) throw new Error("The town has two drafts");
  return pull;
}
