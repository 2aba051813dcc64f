import { z } from "zod";
import { ModelError, toError, UserError } from "../../errors.ts";
import type { OpenedPullRequest } from "../../ports/repository.ts";
import { renderCode } from "../../pull-request/clean-for-github.ts";
import { renderCommentMarker } from "../../pull-request/marker.ts";
import { once } from "../checkpoint.ts";
import { type DraftJob, settingsPath } from "../payload.ts";
import { logChecks } from "./checking/check-post.ts";
import { gatherSources, Pinned } from "./reading/gather-sources.ts";
import { askPermission } from "./telling/ask-permission.ts";
import { acknowledge, loadCommentId, tell, threadOf } from "./telling/tell.ts";
import { type Context, connectContext, type TaskWorld } from "./world.ts";
import { describeModelError, keepSteps } from "./writing/keep-steps.ts";
import { objectToLeaks } from "./writing/object-to-leaks.ts";
import { openPullRequest } from "./writing/open-pull-request.ts";
import { prepareChecks } from "./writing/prepare-checks.ts";
import { Written, writeDraft } from "./writing/write-draft.ts";

/** How a draft ends. Each is one pull request, or one sentence, or silence towards somebody who may not command. */
type Outcome = "opened" | "refused" | "ignored";

/**
 * From `/draft` to a draft pull request. Each step is saved; an attempt that is killed is followed by one that
 * uses what was saved and looks for what the dead one may have done last.
 */
export async function draft(job: DraftJob, world: TaskWorld, signal: AbortSignal): Promise<void> {
  const attempt = await world.store.begin(job.workId);
  if (!attempt) return;
  await finishDraft(connectContext(job, attempt, world, signal));
}

/** The steps of a draft, up to the end of the work: what a person can mend is said on the issue. */
export async function finishDraft(context: Context<DraftJob>): Promise<void> {
  const { attempt } = context;
  try {
    await attempt.finish(await makeDraft(context));
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    await refuse(context, thrown.message);
    await attempt.finish("refused" satisfies Outcome);
  }
}

async function makeDraft(context: Context<DraftJob>): Promise<Outcome> {
  const { job, attempt, world, signal } = context;
  if (!(await askPermission(context))) return "ignored";
  if (!(await world.store.claimIssue(job.workId, job.asked.repository.id, job.asked.issue.number))) {
    throw new UserError(
      "A draft for this issue is being written already: its answer stands below the earlier `/draft`.",
    );
  }
  const pinned = (await attempt.load("read", Pinned)) ?? (await gatherSources(context));
  if ("alreadyOpen" in pinned) {
    throw new UserError(
      `This issue has a draft already: #${pinned.alreadyOpen.number}. Edit it there, or close it without merging and write \`/draft\` again.`,
    );
  }
  if (!(await takeDraftOfDay(context, pinned))) throw new UserError(describeLimit(pinned));
  await attempt.save("read", pinned);
  await acknowledge(context, describeProgress(pinned, job.series));
  signal.throwIfAborted();
  const written = await once(attempt, "written", Written, () => writeOrDecline(context, pinned));
  signal.throwIfAborted();
  const opened = await openPullRequest(context, pinned, written);
  await finish(context, opened, pinned, written);
  return "opened";
}

/** Counts when the sources are read: what a wrong path costs is one request, and is not counted. */
export async function takeDraftOfDay(
  { job, world }: Context<DraftJob>,
  { day, settings }: Pick<Pinned, "day" | "settings">,
): Promise<boolean> {
  const repositoryId = job.asked.repository.id;
  const limit = settings.limits.draftsPerDay;
  return await world.store.takeDraftOfDay(job.workId, { repositoryId, day, limit });
}

function describeLimit({ settings }: Pinned): string {
  const { draftsPerDay } = settings.limits;
  if (draftsPerDay === 0) return `Nothing was drafted: \`limits.draftsPerDay\` in \`${settingsPath}\` is 0.`;
  const drafts = draftsPerDay === 1 ? "the one draft" : `the ${draftsPerDay} drafts`;
  return `Nothing was drafted: this repository has had ${drafts} of today (${settings.timezone}). Write \`/draft\` again tomorrow, or raise \`limits.draftsPerDay\` in \`${settingsPath}\`.`;
}

async function writeOrDecline(context: Context<DraftJob>, pinned: Pinned): Promise<Written> {
  const { job, attempt, world, signal } = context;
  const { brief, sources, settings, speakers, pseudonyms, voiceNotes } = pinned;
  const { owner, name } = job.asked.repository;
  const request = {
    brief,
    sources,
    speakers,
    pseudonyms,
    series: settings.series,
    style: settings.style,
    voiceNotes,
    isJudged: settings.evidence.judge,
    screen: objectToLeaks(pinned, `${owner}/${name}`),
    tokensPerDraft: settings.limits.tokensPerDraft,
    ...keepSteps(attempt),
  };
  const result = await writeDraft(request, world.writer, signal).catch((thrown) => {
    if (!(thrown instanceof ModelError)) throw thrown;
    world.log.error({ workId: job.workId, err: thrown }, "The language model was of no use");
    throw new UserError(`Nothing was drafted: ${describeModelError(thrown, job)}`, { cause: thrown });
  });
  if (result.kind === "declined") throw new UserError(`Nothing was drafted. ${result.reason}`);
  return result.written;
}

async function finish(
  context: Context<DraftJob>,
  opened: OpenedPullRequest,
  pinned: Pinned,
  written: Written,
): Promise<void> {
  const left = [...pinned.unread, ...written.unread].map(
    ({ path, reason }) => `\n- not read: ${renderCode(path)}: ${reason}`,
  );
  const outcome = await context.repository.finish({
    thread: threadOf(context),
    commentId: await loadCommentId(context),
    body: `The draft is ready to be read and edited: #${opened.number}.${left.join("")}\n\n${renderCommentMarker(context.job.workId)}`,
    pullRequestNodeId: opened.nodeId,
    labelId: opened.labelId,
    checks: await prepareChecks(context, opened, pinned, written),
  });
  logChecks(context, outcome);
}

function describeProgress({ sources }: Pinned, series: string | undefined): string {
  const from = sources.length === 1 ? "one source" : `${sources.length} sources`;
  const because = series === undefined ? "" : `, because ${renderCode(series)} is due`;
  return `Writing a draft from ${from}${because}. This comment will say how it went.`;
}

/**
 * Told in the thread, to somebody who is known to have permission; a repository that takes no comments leaves
 * a line in the log.
 */
async function refuse(context: Context<DraftJob>, sentence: string): Promise<void> {
  if (!(await context.attempt.load("permitted", z.boolean()))) return;
  try {
    await tell(context, sentence, "confused");
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    context.world.log.warn(
      { workId: context.job.workId, err: toError(thrown) },
      "Could not say why there is no draft",
    );
  }
}
