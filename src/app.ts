import type { Webhooks } from "@octokit/webhooks";
import type { JobQueue } from "./ports/job-queue.ts";
import type { Log } from "./ports/log.ts";
import type { Places } from "./ports/open-work.ts";
import type { Schedules } from "./ports/schedules.ts";
import { enqueueInstallation } from "./triggers/installation.ts";
import { noteInstallationChanged } from "./triggers/installation-changed.ts";
import { enqueueIssueComment } from "./triggers/issue-comment.ts";
import { enqueuePullRequest } from "./triggers/pull-request.ts";
import { enqueuePush } from "./triggers/push.ts";
import { noteRepositoryMoved } from "./triggers/repository-moved.ts";
import { takeIn } from "./triggers/take-in.ts";

/** What the table needs of the world: where work goes, and who is served. */
export type AppWorld = {
  readonly allowedOwners: readonly string[];
  readonly queue: JobQueue;
  readonly schedules: Schedules;
  readonly places: Places;
  readonly log: Log;
};

/** The Probot app function: a table from event to trigger. No logic here. Of Probot's `app` it takes what the bare emitter has. */
export function createApp(world: AppWorld): (app: Pick<Webhooks, "on">) => void {
  return (app) => {
    app.on("issue_comment.created", ({ id, payload }) =>
      takeIn(id, world.log, () => enqueueIssueComment({ id, payload }, world)),
    );
    app.on(
      ["pull_request.closed", "pull_request.reopened", "pull_request.synchronize", "pull_request.edited"],
      ({ id, payload }) => takeIn(id, world.log, () => enqueuePullRequest({ id, payload }, world)),
    );
    app.on("push", ({ id, payload }) => takeIn(id, world.log, () => enqueuePush({ id, payload }, world)));
    app.on(["repository.renamed", "repository.transferred"], ({ id, payload }) =>
      takeIn(id, world.log, () => noteRepositoryMoved({ id, payload }, world)),
    );
    app.on("installation", ({ id, payload }) =>
      takeIn(id, world.log, () => noteInstallationChanged({ id, payload }, world)),
    );
    app.on(
      [
        "installation.created",
        "installation.deleted",
        "installation_repositories.added",
        "installation_repositories.removed",
      ],
      ({ id, payload }) => takeIn(id, world.log, () => enqueueInstallation({ id, payload }, world)),
    );
  };
}
