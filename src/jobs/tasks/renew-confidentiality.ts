import type { OwnPullRequest } from "../../ports/store.ts";
import { type ReleaseJob, type ReviewJob, settingsPath } from "../payload.ts";
import { identifyChecks, loadLedgers, logChecks, readPostSettings } from "./check-post.ts";
import { describeScreened } from "./look-at-post.ts";
import { placeHere, planBeside } from "./look-beside.ts";
import { readClosed } from "./read-closed.ts";
import { screenPullRequest } from "./screen-pull-request.ts";
import type { Context } from "./world.ts";

/**
 * Makes the check run of confidentiality anew for the head of an open pull request, where something of it was released
 * or its words were edited without a push. GitHub shows the newest of a name. Two requests, one more where the pull
 * request brings other files to the site; an attempt after a dead one makes no second check run.
 */
export async function renewConfidentiality(
  context: Context<ReleaseJob | ReviewJob>,
  own: OwnPullRequest,
): Promise<void> {
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
  const { others } = read(looked);
  const screened = await screenPullRequest(context, own, settings, { ...found, head, others, paths });
  const report = describeScreened(screened);
  if (!report) return;
  // Not the id of the check runs that a push gets: those must be told from these.
  const externalId = `${identifyChecks(own)}:${job.workId}`;
  const mayHaveActed = attempt.number > 1;
  const request = { repositoryNodeId, commit, externalId, reports: [report], mayHaveActed };
  logChecks(context, await repository.postChecks(request));
}
