import { toError, UnreachableError } from "../errors.ts";
import { isServed } from "../jobs/is-served.ts";
import { identifyWork, type NewJob, settingsPath } from "../jobs/payload.ts";
import type { Clock } from "../ports/clock.ts";
import type { Installations, InstalledRepository } from "../ports/installations.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Log } from "../ports/log.ts";
import type { Places } from "../ports/open-work.ts";
import type { Turn, Watch } from "../ports/watch.ts";

type World = {
  readonly installations: Installations;
  readonly places: Places;
  readonly queue: JobQueue;
  readonly watch: Watch;
  readonly allowedOwners: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
};

const dayMs = 24 * 60 * 60 * 1000;
const pageSize = 100;

/**
 * Once a day: which repositories the App may see, and by which installation. A repository that moved unheard is
 * followed by its number, and settings that were never read are: a version of the file is read once, since it is the
 * identity of the work. It begins a day after the first start; until then installations are heard of by webhook.
 */
export async function surveyRepositories(world: World, signal: AbortSignal): Promise<void> {
  const turn = await world.watch.take("repositories");
  if (!turn) return;
  const now = world.clock.now();
  let seenUntil: Date | null = turn.seenUntil ? null : now;
  try {
    if (!turn.seenUntil || now.getTime() - turn.seenUntil.getTime() < dayMs) return;
    if (await surveyAll(world, turn, signal)) seenUntil = now;
  } finally {
    await turn.end(seenUntil);
  }
}

/** False when the turn was lost, or nothing could be looked at: then the next look begins anew. */
async function surveyAll(world: World, turn: Turn, signal: AbortSignal): Promise<boolean> {
  const listed = await world.installations.list(signal);
  const served = listed.filter(({ owner }) => isServed(world.allowedOwners, owner));
  let failed = 0;
  for (const { id: installationId, owner } of served) {
    try {
      for (let page = 1, isLast = false; !isLast; page += 1) {
        signal.throwIfAborted();
        const repositories = await world.installations.listRepositories(installationId, page);
        await surveyPage(world, installationId, repositories);
        if (!(await turn.renew())) return false;
        isLast = repositories.length < pageSize;
      }
      // A refusal was GitHub's mistake, or word that it ended was lost: its pull requests are looked at again.
      await world.places.noteInstallation(installationId, "reachable", owner);
    } catch (thrown) {
      if (signal.aborted) throw thrown;
      failed += 1;
      if (thrown instanceof UnreachableError)
        await world.places.noteInstallation(installationId, thrown.reason);
      world.log.warn(
        { installationId, err: toError(thrown) },
        "Could not look at an installation's repositories",
      );
    }
  }
  return failed === 0 || failed < served.length;
}

async function surveyPage(
  world: World,
  installationId: number,
  repositories: readonly InstalledRepository[],
): Promise<void> {
  if (repositories.length === 0) return;
  for (const { id, owner, name } of repositories) {
    const moved = await world.places.noteRepository(id, { installationId, owner, name });
    if (moved) world.log.info({ repositoryId: id, installationId }, "Found a repository where it is now");
  }
  const nodeIds = repositories.map(({ nodeId }) => nodeId);
  const versions = await world.installations.findVersions(installationId, nodeIds, settingsPath);
  for (const { id, nodeId, owner, name } of repositories) {
    const version = versions.get(nodeId);
    if (version === undefined) continue;
    const target = { installationId, repository: { id, owner, name } };
    const job: NewJob = { kind: "settings", target, because: `file:${version}` };
    await world.queue.enqueue({ deliveryId: null, key: identifyWork(job), installationId, asker: null, job });
  }
}
