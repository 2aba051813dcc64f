import type { PublicationKey } from "../../../ports/publications.ts";
import {
  type NumberedLeak,
  numberLeaks,
} from "../../../verification/confidentiality/check-confidentiality.ts";
import { findLeaks, type Surface } from "../../../verification/confidentiality/find-leaks.ts";
import { hashValue } from "../../../verification/confidentiality/fold-value.ts";
import { HashedSecrets, openHashedSecrets } from "../../../verification/confidentiality/hashed-secrets.ts";
import type { TaskWorld } from "../world.ts";

/** What nobody released, and how many details of it somebody did. */
export type Screened = { readonly leaks: readonly NumberedLeak[]; readonly released: number };

/**
 * What these texts of a pull request say of its sources, by the hashes that were kept when it was opened: no source
 * is read again, so one that is gone by now counts all the same. A detail that was never found here before gets the
 * next number. Null for a pull request that was opened before hashes were kept.
 */
export async function screenSurfaces(
  { clearances }: Pick<TaskWorld, "clearances">,
  key: PublicationKey,
  { surfaces, isPublic }: { readonly surfaces: readonly Surface[]; readonly isPublic: readonly string[] },
): Promise<Screened | null> {
  const { repositoryId } = key;
  const kept = HashedSecrets.optional().parse(await clearances.loadSecrets(key));
  if (!kept) return null;
  const leaks = findLeaks(surfaces, openHashedSecrets(repositoryId, kept), isPublic);
  const hashOf = ({ value }: { readonly value: string }) => hashValue(repositoryId, value);
  const known = new Map((await clearances.number(key, leaks.map(hashOf))).map((one) => [one.hash, one]));
  const open = leaks.filter((leak) => (known.get(hashOf(leak))?.releasedBy ?? null) === null);
  const numbers = new Map(
    open.flatMap((leak) => {
      const number = known.get(hashOf(leak))?.number;
      return number === undefined ? [] : [[leak.value, number] as const];
    }),
  );
  return { leaks: numberLeaks(open, numbers), released: leaks.length - open.length };
}
