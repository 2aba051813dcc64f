import type { CloseJob } from "../jobs/payload.ts";
import type { OpenWorkItem, PullRequestTruth } from "../ports/open-work.ts";

/**
 * The job that a webhook would have made of what happened to a pull request, under the same identity; null when
 * it stands as it is known here. What the job does is decided again when it runs.
 */
export function planMissedJob(item: OpenWorkItem, truth: PullRequestTruth): Omit<CloseJob, "workId"> | null {
  const became = describeChange(item.known, truth.state);
  if (!became) return null;
  const { installationId, repositoryId, number, nodeId } = item;
  return {
    kind: "close",
    target: { installationId, repository: { id: repositoryId, owner: truth.owner, name: truth.name } },
    pullRequest: { number, nodeId },
    became,
    at: truth.at,
    person: truth.person,
  };
}

function describeChange(
  known: OpenWorkItem["known"],
  state: PullRequestTruth["state"],
): CloseJob["became"] | null {
  if (state === "MERGED") return "merged";
  if (state === "CLOSED") return known === "open" ? "closed" : null;
  return known === "closed" ? "reopened" : null;
}

/** Requests of at most a hundred pull requests of one installation each. */
export function groupByInstallation(items: readonly OpenWorkItem[]): (readonly OpenWorkItem[])[] {
  const groups = Map.groupBy(items, ({ installationId }) => installationId);
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / 100) }, (_, index) =>
      group.slice(index * 100, index * 100 + 100),
    ),
  );
}
