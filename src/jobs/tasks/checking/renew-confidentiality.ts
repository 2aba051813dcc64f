import { z } from "zod";
import type { OwnPullRequest } from "../../../ports/store.ts";
import { once } from "../../checkpoint.ts";
import { type ReleaseJob, type ReviewJob, settingsPath } from "../../payload.ts";
import { readClosed } from "../closing/read-closed.ts";
import type { Context } from "../world.ts";
import { identifyChecks, loadLedgers, logChecks, readPostSettings } from "./check-post.ts";
import { describeScreened } from "./look-at-post.ts";
import { placeHere, planBeside } from "./look-beside.ts";
import { screenPullRequest } from "./screen-pull-request.ts";

type Renewing = Context<ReleaseJob | ReviewJob>;

/**
 * Makes the check run of confidentiality anew for the head of an open pull request, where something of it was released
 * or its words were edited without a push. GitHub shows the newest of a name, so it is made once more when something was
 * released meanwhile: whoever ends last has said all. Two requests, one more where the pull request brings other files to
 * the site; an attempt after a dead one makes no second check run.
 */
export async function renewConfidentiality(context: Renewing, own: OwnPullRequest): Promise<void> {
  let released: number | undefined;
  for (;;) {
    const now = await countReleased(context, own);
    if (now === released) return;
    released = now;
    await renewOnce(context, own, released);
  }
}

/**
 * Makes check runs by `check`, and that of confidentiality once more when something was released since the work began:
 * what `check` says of it was known before. An attempt after a dead one knows of it too.
 */
export async function checkAndRenew(
  context: Renewing,
  own: OwnPullRequest,
  check: () => Promise<void>,
): Promise<void> {
  const before = await once(context.attempt, "released", z.int(), () => countReleased(context, own));
  await check();
  if ((await countReleased(context, own)) !== before) await renewConfidentiality(context, own);
}

/** How much of what a pull request says was released by now. */
async function countReleased(
  { world }: Pick<Context, "world">,
  { repositoryId, number }: Pick<OwnPullRequest, "repositoryId" | "number">,
): Promise<number> {
  const known = await world.clearances.list({ repositoryId, pullRequestNumber: number });
  return known.filter(({ releasedBy }) => releasedBy !== null).length;
}

async function renewOnce(context: Renewing, own: OwnPullRequest, released: number): Promise<void> {
  const { attempt, job, repository } = context;
  const newest = (await loadLedgers(context, own))?.newest;
  const moved = newest ? { ...own, file: newest.path, headOid: newest.commit } : own;
  const found = await readClosed(context, moved);
  const { commit, head, repositoryNodeId } = found;
  if (!found.isOurs || found.state !== "OPEN" || commit === null || !head) return;
  const settings = readPostSettings(found);
  const { places, read } = planBeside({ ...found, commit }, settings, placeHere(context));
  const looked = places.length === 0 ? [] : (await repository.look({ settingsPath, places })).looked;
  const paths = newest?.sources.map(({ path }) => path) ?? [];
  const screened = await screenPullRequest(context, own, settings, {
    ...found,
    ...read(looked),
    head,
    paths,
  });
  const report = describeScreened(screened);
  if (!report) return;
  // Not the id of the check runs that a push gets: those must be told from these.
  const externalId = `${identifyChecks(own)}:${job.workId}:${released}`;
  const mayHaveActed = attempt.number > 1;
  const request = { repositoryNodeId, commit, externalId, reports: [report], mayHaveActed };
  logChecks(context, await repository.postChecks(request));
}
