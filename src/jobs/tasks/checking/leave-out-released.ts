import type { PublicationKey } from "../../../ports/publications.ts";
import type { NumberedLeak } from "../../../verification/confidentiality/check-confidentiality.ts";
import { hashValue } from "../../../verification/confidentiality/fold-value.ts";
import type { TaskWorld } from "../world.ts";
import type { Screened } from "./screen-surfaces.ts";

/**
 * What was found at the opening and nobody released since: an attempt after a dead one may come back when people have read
 * the pull request.
 */
export async function leaveOutReleased(
  { clearances }: Pick<TaskWorld, "clearances">,
  key: PublicationKey,
  found: readonly NumberedLeak[],
): Promise<Screened> {
  const known = await clearances.list(key);
  const released = new Set(known.flatMap(({ hash, releasedBy }) => (releasedBy === null ? [] : [hash])));
  const leaks = found.filter(({ value }) => !released.has(hashValue(key.repositoryId, value)));
  return { leaks, released: found.length - leaks.length };
}
