/** The documents that the slices are cut from: GitHub's own, each in a named version of a package on npm. */
export const documents = {
  rest: { name: "@octokit/openapi", version: "23.0.2" },
  webhooks: { name: "@octokit/openapi-webhooks", version: "12.1.0" },
} as const;

const operations = {
  apps: `get-authenticated get-by-slug create-from-manifest get-webhook-config-for-app update-webhook-config-for-app
    list-webhook-deliveries get-webhook-delivery redeliver-webhook-delivery list-installations get-installation
    get-org-installation get-repo-installation get-user-installation create-installation-access-token
    list-repos-accessible-to-installation suspend-installation unsuspend-installation`,
  checks:
    "create get update list-annotations rerequest-run get-suite list-for-suite list-for-ref list-suites-for-ref",
  git: `get-blob create-blob get-tree create-tree get-commit create-commit get-ref list-matching-refs create-ref
    update-ref delete-ref`,
  issues: `create get update list-for-repo lock unlock list-events create-comment get-comment update-comment
    delete-comment list-comments list-comments-for-repo list-labels-for-repo get-label create-label update-label
    delete-label list-labels-on-issue add-labels set-labels remove-label remove-all-labels add-assignees`,
  meta: "get",
  pulls: `list get create update merge check-if-merged update-branch list-commits list-files request-reviewers
    list-reviews create-review list-review-comments create-review-comment get-review-comment
    update-review-comment delete-review-comment create-reply-for-review-comment`,
  "rate-limit": "get",
  reactions: `create-for-issue list-for-issue delete-for-issue create-for-issue-comment list-for-issue-comment
    delete-for-issue-comment delete-for-pull-request-comment create-for-pull-request-review-comment list-for-pull-request-review-comment`,
  repos: `get update delete transfer get-content create-or-update-file-contents delete-file list-branches get-branch
    rename-branch get-commit list-commits compare-commits compare-commits-with-basehead merge list-collaborators
    check-collaborator add-collaborator remove-collaborator get-collaborator-permission-level
    get-combined-status-for-ref list-pull-requests-associated-with-commit get-branch-rules create-in-org
    create-for-authenticated-user`,
  users: "get-by-username get-authenticated",
};

/** The REST operations that the product and the sandbox use, and those that they are likely to use next. */
export const wantedOperations: readonly string[] = Object.entries(operations).flatMap(([tag, verbs]) =>
  verbs.split(/\s+/).map((verb) => `${tag}/${verb}`),
);

const webhooks = `check-run-completed check-run-created check-run-requested-action check-run-rerequested
  check-suite-completed check-suite-requested check-suite-rerequested create delete
  github-app-authorization-revoked installation-created installation-deleted
  installation-new-permissions-accepted installation-suspend installation-unsuspend
  installation-repositories-added installation-repositories-removed installation-target-renamed
  issue-comment-created issue-comment-deleted issue-comment-edited issues-closed issues-deleted issues-edited
  issues-labeled issues-locked issues-opened issues-reopened issues-transferred issues-unlabeled issues-unlocked
  label-created label-deleted label-edited member-added member-removed ping public
  pull-request-closed pull-request-converted-to-draft pull-request-edited pull-request-labeled
  pull-request-locked pull-request-opened pull-request-ready-for-review pull-request-reopened
  pull-request-synchronize pull-request-unlabeled pull-request-unlocked pull-request-review-submitted
  pull-request-review-comment-created pull-request-review-comment-deleted pull-request-review-comment-edited push
  repository-archived repository-created repository-deleted repository-edited repository-privatized
  repository-publicized repository-renamed repository-transferred repository-unarchived`;

/** The webhooks that an App of our kind may be sent, by their name in GitHub's document. */
export const wantedWebhooks: readonly string[] = webhooks.split(/\s+/);
