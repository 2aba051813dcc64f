import { isBlocking } from "../../../verification/confidentiality/check-confidentiality.ts";
import { type Job, targetOf } from "../../payload.ts";
import { listPublic } from "../checking/list-public.ts";
import { screenSurfaces } from "../checking/screen-surfaces.ts";
import type { TaskWorld } from "../world.ts";
import type { Plan } from "./plan-announcement.ts";

/** What the reason for holding an announcement back ends with, by which it is known again. */
const remedy = "or take it out of `linkedin` in the front matter";

/**
 * The plan, held back where `confidentiality.names` is `block` and the announcement, its title or its description
 * says what only the sources do and nobody released.
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
  const text = [decision.text, card?.title, card?.description].join("\n");
  const screened = await screenSurfaces(
    world,
    { repositoryId, pullRequestNumber },
    {
      surfaces: [{ place: "announcement", text, hasLines: false }],
      isPublic: listPublic(settings, `${owner}/${name}`),
    },
  );
  const blocking = screened?.leaks.filter((leak) => isBlocking(leak, "block")) ?? [];
  if (blocking.length === 0) return plan;
  const numbers = blocking.map(({ number }) => `F${number}`);
  const what = numbers.length === 1 ? "a detail" : `${numbers.length} details`;
  const reason = `the announcement says ${what} of the sources that nobody released: write \`/release ${numbers.join(" ")}\`, ${remedy}`;
  return { ...plan, decision: { kind: "mend", text: null, reason } };
}

/** Whether a reason is that of an announcement which waits for a release. */
export function waitsForRelease(reason: string | null): boolean {
  return reason?.includes(remedy) ?? false;
}
