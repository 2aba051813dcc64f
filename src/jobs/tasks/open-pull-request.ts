import { z } from "zod";
import { RetryableError } from "../../errors.ts";
import type { OpenedPullRequest, OpenRequest } from "../../ports/repository.ts";
import { cleanLine } from "../../pull-request/clean-for-github.ts";
import { chooseFree, fillPattern } from "../../pull-request/fill-pattern.ts";
import { renderMarker } from "../../pull-request/marker.ts";
import { hashBrief, hashPost, renderCommitMessage } from "../../pull-request/plan-pull-request.ts";
import { once } from "../checkpoint.ts";
import type { DraftJob } from "../payload.ts";
import { composePullRequest } from "./compose-pull-request.ts";
import { draftLabel, Pinned } from "./gather-sources.ts";
import type { Context } from "./world.ts";
import { Written } from "./write-draft.ts";

/** The pull request as it was opened. */
export const Opened = z.object({
  number: z.int(),
  nodeId: z.string(),
  url: z.string(),
  headCommit: z.string(),
  isDraft: z.boolean(),
  labelId: z.string().nullable(),
});

/**
 * Opens the pull request, once. The branch's name is saved before it is used, so that after a lost answer
 * the next attempt looks under that name for what this one may have done.
 */
export async function openPullRequest(
  context: Context<DraftJob>,
  pinned: Pinned,
  written: Written,
): Promise<OpenedPullRequest> {
  const { attempt, repository } = context;
  const opened = await once(attempt, "opened", Opened, async () => {
    const earlier = await attempt.load("branch", z.string());
    const name = fillPattern(pinned.settings.branch, { date: pinned.day, slug: written.draft.slug });
    const branch = earlier ?? chooseFree(name, pinned.takenBranches);
    const request = planRequest(context, pinned, written, branch);
    if (earlier === undefined) {
      await attempt.save("branch", branch);
      return await repository.open(request);
    }
    const found = await repository.findOpened(request);
    if (found.kind !== "foreign") return await repository.resume(request, found);
    // Somebody took the name between the Read and the opening: the next attempt uses the next one.
    await attempt.save("branch", chooseFree(name, [...pinned.takenBranches, branch]));
    throw new RetryableError("The branch's name was taken in the meantime");
  });
  await rememberPullRequest(context, opened);
  return opened;
}

/** After the last attempt: the pull request that one of them opened without hearing of it, if there is one. */
export async function findLostPullRequest(context: Context<DraftJob>): Promise<OpenedPullRequest | null> {
  const { attempt, repository } = context;
  const branch = await attempt.load("branch", z.string());
  const pinned = await attempt.load("read", Pinned);
  const written = await attempt.load("written", Written);
  if (branch === undefined || !pinned || !written) return null;
  const found = await repository.findOpened(planRequest(context, pinned, written, branch));
  if (found.kind !== "pull-request") return null;
  await rememberPullRequest(context, found.pullRequest);
  return found.pullRequest;
}

async function rememberPullRequest(
  { attempt, job, world }: Context<DraftJob>,
  opened: OpenedPullRequest,
): Promise<void> {
  await world.store.savePullRequest(job.workId, {
    repositoryId: job.asked.repository.id,
    number: opened.number,
    issueNumber: job.asked.issue.number,
    nodeId: opened.nodeId,
    branch: (await attempt.load("branch", z.string())) ?? "",
    headOid: opened.headCommit,
  });
}

function planRequest(
  { job, world }: Context<DraftJob>,
  pinned: Pinned,
  written: Written,
  branch: string,
): OpenRequest {
  const { repository } = job.asked;
  const name = `${repository.owner}/${repository.name}`;
  const composed = composePullRequest({
    brief: pinned.brief,
    settings: pinned.settings,
    day: pinned.day,
    sources: pinned.sources,
    unread: pinned.unread,
    written,
    urlOf: ({ path, commit }) =>
      `${world.githubUrl}/${name}/blob/${commit}/${path.split("/").map(encodeURIComponent).join("/")}`,
  });
  const { file, text } = composed.post;
  const marker = renderMarker({
    job: job.workId,
    briefHash: hashBrief(pinned.brief),
    draftHash: hashPost(text),
  });
  return {
    repository: name,
    repositoryNodeId: pinned.repositoryNodeId,
    baseBranch: pinned.defaultBranch,
    baseCommit: pinned.commit,
    branch,
    file: { path: file, text },
    commitMessage: renderCommitMessage(written.draft.title, job.workId),
    title: cleanLine(written.draft.title).slice(0, 250),
    body: composed.renderBody({ isDraft: true, marker }),
    bodyWithoutDraft: composed.renderBody({ isDraft: false, marker }),
    marker,
    label: draftLabel,
    labelId: pinned.labelId,
  };
}
