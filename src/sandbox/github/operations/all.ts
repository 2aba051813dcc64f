import type { Mutation, Operation, RestOperation } from "../operation.ts";
import { addComment } from "./add-comment.ts";
import { app } from "./app.ts";
import { appHooks } from "./app-hooks.ts";
import { changePullRequestState } from "./change-pull-request-state.ts";
import { checkRuns } from "./check-runs.ts";
import { collaborators } from "./collaborators.ts";
import { contents } from "./contents.ts";
import { convertManifest } from "./convert-manifest.ts";
import { createCommit } from "./create-commit.ts";
import { createPullRequest } from "./create-pull-request.ts";
import { createRef } from "./create-ref.ts";
import { deleteComment } from "./delete-comment.ts";
import { deleteRef } from "./delete-ref.ts";
import { installationRepositories } from "./installation-repositories.ts";
import { issues } from "./issues.ts";
import { label } from "./label.ts";
import { lock } from "./lock.ts";
import { mergePullRequest } from "./merge-pull-request.ts";
import { permission } from "./permission.ts";
import { rateLimit } from "./rate-limit.ts";
import { react } from "./react.ts";
import { readGit } from "./read-git.ts";
import { readPullChanges } from "./read-pull-changes.ts";
import { readPullRequests } from "./read-pull-requests.ts";
import { readThreads } from "./read-threads.ts";
import { readTrees } from "./read-trees.ts";
import { restCheckRuns } from "./rest-check-runs.ts";
import { restLabels } from "./rest-labels.ts";
import { restRefs } from "./rest-refs.ts";
import { reviewComments } from "./review-comments.ts";
import { updateComment } from "./update-comment.ts";
import { updatePullRequest } from "./update-pull-request.ts";

/** Everything that the sandbox has learned. A new operation is a new file and a line here. */
const operations: readonly Operation[] = [
  addComment,
  app,
  appHooks,
  changePullRequestState,
  checkRuns,
  collaborators,
  contents,
  convertManifest,
  createCommit,
  createPullRequest,
  createRef,
  deleteComment,
  deleteRef,
  installationRepositories,
  issues,
  label,
  lock,
  mergePullRequest,
  permission,
  rateLimit,
  react,
  readGit,
  readPullChanges,
  readPullRequests,
  readThreads,
  readTrees,
  restCheckRuns,
  restLabels,
  restRefs,
  reviewComments,
  updateComment,
  updatePullRequest,
];

/** Fixed segments before parameters, so that `issues/comments/5` is not taken for an issue called "comments". */
export const restOperations: readonly RestOperation[] = operations
  .flatMap((one) => one.rest ?? [])
  .toSorted((left, right) => left.path.split(/[:*]/).length - right.path.split(/[:*]/).length);

export const mutations: readonly Mutation[] = operations.flatMap((one) => one.mutations ?? []);
