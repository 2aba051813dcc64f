import { toError, UnreachableError } from "../errors.ts";
import { isServed } from "../jobs/is-served.ts";
import { identifyWork } from "../jobs/payload.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Log } from "../ports/log.ts";
import type { LookUp, OpenWork, OpenWorkItem, Places, PullRequestTruth } from "../ports/open-work.ts";
import type { Watch } from "../ports/watch.ts";
import { groupByInstallation, planMissedJob } from "./compare-truth.ts";

type World = {
  readonly lookUp: LookUp;
  readonly openWork: OpenWork;
  readonly places: Places;
  readonly queue: JobQueue;
  readonly watch: Watch;
  readonly allowedOwners: readonly string[];
  readonly log: Log;
};

/** Pull requests in one look. Those that were looked at longest ago come first, so that all have their turn. */
const mostAtOnce = 1_000;

/**
 * Compares our open pull requests with what GitHub says of them, and makes the jobs that a lost webhook should
 * have made. A webhook that comes after all finds the same work taken in. What goes wrong with one installation
 * does not keep the others.
 */
export async function settleOpenWork(world: World, signal: AbortSignal): Promise<void> {
  const turn = await world.watch.take("pull-requests");
  if (!turn) return;
  try {
    for (const group of groupByInstallation(await world.openWork.listDue(mostAtOnce))) {
      signal.throwIfAborted();
      await settleGroup(world, group);
      if (!(await turn.renew())) return;
    }
  } finally {
    await turn.end(null);
  }
}

async function settleGroup(world: World, group: readonly OpenWorkItem[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  const { installationId } = first;
  try {
    const nodeIds = group.map(({ nodeId }) => nodeId);
    const truths = await world.lookUp(installationId, nodeIds);
    await world.openWork.markSeen(group.filter(({ nodeId }) => truths.has(nodeId)));
    for (const item of group) await settle(world, item, truths.get(item.nodeId));
  } catch (thrown) {
    if (thrown instanceof UnreachableError)
      await world.places.noteInstallation(installationId, thrown.reason);
    world.log.warn(
      { installationId, err: toError(thrown) },
      "Could not look at an installation's pull requests",
    );
  }
  await world.openWork.markLooked(group);
}

async function settle(world: World, item: OpenWorkItem, truth: PullRequestTruth | undefined): Promise<void> {
  const { installationId, repositoryId, number } = item;
  if (!truth) {
    if (await world.openWork.markMissing(item))
      world.log.warn(
        { repositoryId, number, installationId },
        "A pull request cannot be seen any more; it is looked at again when its repository is",
      );
    return;
  }
  const { owner, name } = truth;
  if (owner !== item.owner || name !== item.name)
    await world.places.moveRepository(repositoryId, { installationId, owner, name });
  const job = planMissedJob(item, truth);
  if (!job || !isServed(world.allowedOwners, owner)) return;
  const outcome = await world.queue.enqueue({
    deliveryId: null,
    key: identifyWork(job),
    installationId,
    asker: null,
    job,
  });
  const fields = { repositoryId, number, became: job.became, outcome };
  if (outcome === "enqueued") world.log.info(fields, "Found what became of a pull request unheard");
}
