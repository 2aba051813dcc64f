import type { Role } from "./state.ts";
import type { Access } from "./tokens.ts";

/**
 * What an operation asks for: of an installation one of these permissions, of a person at least this role.
 * Source: docs.github.com, "Permissions required for GitHub Apps", and the header
 * `x-accepted-github-permissions` (public thread daeuniverse/honk#149).
 */
export type Rule = {
  app: readonly Grant[];
  /** `"app"`: nobody but an App, whatever a person's role is. */
  person: Role | "app";
};
type Grant = readonly [permission: string, access: Access];

const metadata: Rule = { app: [["metadata", "read"]], person: "read" };
const readContents: Rule = { app: [["contents", "read"]], person: "read" };
const writeContents: Rule = { app: [["contents", "write"]], person: "write" };
const readChecks: Rule = { app: [["checks", "read"]], person: "read" };
const writeChecks: Rule = { app: [["checks", "write"]], person: "app" };
const readIssues: Rule = { app: [["issues", "read"]], person: "read" };
const readPulls: Rule = { app: [["pull_requests", "read"]], person: "read" };
const writePulls: Rule = { app: [["pull_requests", "write"]], person: "write" };
const talkPulls: Rule = { ...writePulls, person: "read" };
const readThreads: Rule = {
  app: [
    ["issues", "read"],
    ["pull_requests", "read"],
  ],
  person: "read",
};
const talk: Rule = {
  app: [
    ["issues", "write"],
    ["pull_requests", "write"],
  ],
  person: "read",
};
const sort: Rule = { ...talk, person: "triage" };
const maintain: Rule = { ...talk, person: "write" };

const restRules: Readonly<Record<string, Rule>> = {
  "repos/get": metadata,
  "repos/list-collaborators": metadata,
  "repos/check-collaborator": metadata,
  "repos/get-collaborator-permission-level": metadata,
  "repos/list-branches": readContents,
  "repos/get-content": readContents,
  "repos/create-or-update-file-contents": writeContents,
  "git/get-blob": readContents,
  "git/get-tree": readContents,
  "git/get-commit": readContents,
  "git/get-ref": readContents,
  "git/list-matching-refs": readContents,
  "git/create-ref": writeContents,
  "git/update-ref": writeContents,
  "git/delete-ref": writeContents,
  "git/upload-pack": readContents,
  "git/receive-pack": writeContents,
  "issues/list-for-repo": readIssues,
  "issues/get": readIssues,
  "issues/create": { app: [["issues", "write"]], person: "read" },
  // Whoever wrote it may change it too; the operation looks at that.
  "issues/update": talk,
  "issues/lock": maintain,
  "issues/unlock": maintain,
  "issues/list-comments": readThreads,
  "issues/create-comment": talk,
  "issues/get-comment": readThreads,
  "issues/update-comment": talk,
  "issues/delete-comment": talk,
  "issues/list-labels-for-repo": readThreads,
  "issues/get-label": readThreads,
  "issues/create-label": maintain,
  "issues/list-labels-on-issue": readThreads,
  "issues/add-labels": sort,
  "issues/remove-label": sort,
  "reactions/create-for-issue": talk,
  "reactions/list-for-issue": readIssues,
  "reactions/delete-for-issue": talk,
  "reactions/create-for-issue-comment": talk,
  "reactions/list-for-issue-comment": readThreads,
  "reactions/delete-for-issue-comment": talk,
  "reactions/create-for-pull-request-review-comment": talkPulls,
  "reactions/list-for-pull-request-review-comment": readPulls,
  "reactions/delete-for-pull-request-comment": talkPulls,
  "pulls/list": readPulls,
  "pulls/get": readPulls,
  "pulls/create": writePulls,
  "pulls/update": writePulls,
  "pulls/list-files": readPulls,
  "pulls/list-commits": readPulls,
  "pulls/check-if-merged": readPulls,
  "pulls/merge": writeContents,
  "pulls/list-review-comments": readPulls,
  "pulls/get-review-comment": readPulls,
  "pulls/create-review-comment": talkPulls,
  "pulls/create-reply-for-review-comment": talkPulls,
  "pulls/update-review-comment": talkPulls,
  "pulls/delete-review-comment": talkPulls,
  "checks/create": writeChecks,
  "checks/update": writeChecks,
  "checks/get": readChecks,
  "checks/list-annotations": readChecks,
  "checks/list-for-ref": readChecks,
};

const graphqlRules: Readonly<Record<string, Rule>> = {
  "Mutation.addComment": talk,
  "Mutation.updateIssueComment": talk,
  "Mutation.deleteIssueComment": talk,
  "Mutation.addReaction": talk,
  "Mutation.removeReaction": talk,
  "Mutation.createLabel": maintain,
  "Mutation.addLabelsToLabelable": sort,
  "Mutation.removeLabelsFromLabelable": sort,
  "Mutation.closeIssue": talk,
  "Mutation.reopenIssue": talk,
  "Mutation.lockLockable": maintain,
  "Mutation.unlockLockable": maintain,
  "Mutation.createRef": writeContents,
  "Mutation.updateRef": writeContents,
  "Mutation.deleteRef": writeContents,
  "Mutation.createCommitOnBranch": writeContents,
  "Mutation.createPullRequest": writePulls,
  "Mutation.updatePullRequest": writePulls,
  "Mutation.closePullRequest": writePulls,
  "Mutation.reopenPullRequest": writePulls,
  "Mutation.markPullRequestReadyForReview": writePulls,
  "Mutation.convertPullRequestToDraft": writePulls,
  "Mutation.mergePullRequest": writeContents,
  "Mutation.createCheckRun": writeChecks,
  "Mutation.updateCheckRun": writeChecks,
  "Repository.issue": readIssues,
  "Repository.issues": readIssues,
  "Repository.pullRequest": readPulls,
  "Repository.pullRequests": readPulls,
  "Repository.object": readContents,
  "Ref.target": readContents,
  "Commit.file": readContents,
};

/** REST operations by their id, GraphQL mutations and fields by `Type.field`. Whatever is not here is unknown. */
export const permissionRules: Readonly<Record<string, Rule>> = { ...restRules, ...graphqlRules };
