import type { ChecksRequest } from "../../../ports/check-runs.ts";
import type { OpenedPullRequest } from "../../../ports/repository.ts";
import type { DraftJob } from "../../payload.ts";
import { identifyChecks } from "../checking/check-post.ts";
import { findDeadLinks } from "../checking/find-dead-links.ts";
import { leaveOutReleased } from "../checking/leave-out-released.ts";
import type { Pinned } from "../reading/gather-sources.ts";
import type { Context } from "../world.ts";
import { loadOpened } from "./open-pull-request.ts";
import { traceDraft } from "./trace-draft.ts";
import type { Written } from "./write-draft.ts";

/** The check runs of the post as it was opened. Its ledger is saved first: making it again gives the same. */
export async function prepareChecks(
  context: Context<DraftJob>,
  opened: OpenedPullRequest,
  pinned: Pinned,
  written: Written,
): Promise<ChecksRequest | null> {
  const { job, attempt, world } = context;
  const made = await loadOpened(context);
  if (!made) return null;
  const { id, owner, name } = job.asked.repository;
  const { headCommit: commit, number, nodeId } = opened;
  const { githubUrl } = world;
  const post = { path: made.file.file, text: written.draft.markdown, commit: pinned.commit };
  const findings = [...written.findings, ...(await findDeadLinks(context, post))];
  const { ledger, reports } = traceDraft({
    pinned,
    written: { ...written, findings },
    file: { path: made.file.file, text: made.file.text },
    screened: await leaveOutReleased(world, { repositoryId: id, pullRequestNumber: number }, made.leaks),
    commit,
    home: `${owner}/${name}`,
    githubUrl,
  });
  await world.ledgers.save({ repositoryId: id, number }, ledger.postHash, ledger);
  const { repositoryNodeId } = pinned;
  const mayHaveActed = attempt.number > 1;
  return { repositoryNodeId, commit, externalId: identifyChecks({ nodeId }), reports, mayHaveActed };
}
