import { isBlocking } from "../../verification/confidentiality/check-confidentiality.ts";
import { findLeaks } from "../../verification/confidentiality/find-leaks.ts";
import { hashValue } from "../../verification/confidentiality/fold-value.ts";
import { HashedSecrets, openHashedSecrets } from "../../verification/confidentiality/hashed-secrets.ts";
import { type Job, targetOf } from "../payload.ts";
import type { Plan } from "./plan-announcement.ts";
import { listPublic } from "./screen-draft.ts";
import type { TaskWorld } from "./world.ts";

/** What the reason for holding an announcement back ends with, by which it is known again. */
const remedy = "or take it out of `linkedin` in the front matter";

/**
 * The plan, held back where `confidentiality.names` is `block` and the announcement, its title or its description
 * says what only the sources do and nobody released. Checked against hashes: no source is read again, so one that
 * is gone by now counts all the same.
 */
export async function screenAnnouncement(
  { world, job }: { readonly world: Pick<TaskWorld, "clearances">; readonly job: Job },
  pullRequestNumber: number,
  plan: Plan,
): Promise<Plan> {
  const { decision, card, settings } = plan;
  if (settings?.confidentiality.names !== "block" || (decision.kind !== "send" && decision.kind !== "hold"))
    return plan;
  const { id: repositoryId, owner, name } = targetOf(job).repository;
  const key = { repositoryId, pullRequestNumber };
  const kept = HashedSecrets.optional().parse(await world.clearances.loadSecrets(key));
  if (!kept) return plan;
  const text = [decision.text, card?.title, card?.description].join("\n");
  const leaks = findLeaks(
    [{ place: "announcement", text, hasLines: false }],
    openHashedSecrets(repositoryId, kept),
    listPublic(settings, `${owner}/${name}`),
  ).filter((leak) => isBlocking(leak, "block"));
  if (leaks.length === 0) return plan;
  const hashes = leaks.map(({ value }) => hashValue(repositoryId, value));
  const numbers = (await world.clearances.number(key, hashes))
    .filter(({ hash, releasedBy }) => releasedBy === null && hashes.includes(hash))
    .map(({ number }) => `F${number}`);
  if (numbers.length === 0) return plan;
  const what = numbers.length === 1 ? "a detail" : `${numbers.length} details`;
  const reason = `the announcement says ${what} of the sources that nobody released: write \`/release ${numbers.join(" ")}\`, ${remedy}`;
  return { ...plan, decision: { kind: "mend", text: null, reason } };
}

/** Whether a reason is that of an announcement which waits for a release. */
export function waitsForRelease(reason: string | null): boolean {
  return reason?.includes(remedy) ?? false;
}
