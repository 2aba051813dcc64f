import type { PullSize, Repository } from "./state.ts";

/** Commits, lines and files of a pull request between these two ends. */
export async function measurePull(
  { git }: Repository,
  { baseOid, headOid }: { baseOid: string; headOid: string },
): Promise<PullSize> {
  const [commits, changes] = await Promise.all([
    git.countCommits(baseOid, headOid),
    git.measureChanges(baseOid, headOid),
  ]);
  return { commits, ...changes };
}
