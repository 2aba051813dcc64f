import { RetryableError } from "../../../errors.ts";
import type { Announcement } from "../../../ports/channel.ts";
import type { PublicationKey } from "../../../ports/publications.ts";
import type { Decision } from "../../../publishing/decide-announcement.ts";
import type { Publication, PublicationState } from "../../../publishing/publication.ts";
import type { TaskWorld } from "../world.ts";

/**
 * Claim, send, record. *sending* is committed before the request leaves; no layer repeats it. Whoever finds a
 * publication that somebody else has claimed leaves it alone. Resolves with where the publication stands then.
 */
export async function announcePost(
  world: Pick<TaskWorld, "publications" | "channel">,
  key: PublicationKey,
  decision: Decision,
  options: { readonly card: Announcement["card"]; readonly from: readonly PublicationState[] },
): Promise<Publication> {
  const { publications, channel } = world;
  if (decision.kind !== "send") {
    const state = decision.kind === "hold" ? "planned" : decision.kind === "mend" ? "failed" : "skipped";
    await publications.plan(key, decision.text, { state, reason: decision.reason });
    await publications.note(key, decision, options.from);
    return await loadSettled(world, key);
  }
  if (await publications.claim(key, decision.text, options.from)) {
    const result = await channel.send({ text: decision.text, card: options.card });
    if (result.kind === "sent")
      await publications.record(key, { state: "sent", url: result.url }, ["sending"]);
    else await publications.record(key, { state: result.kind, reason: result.reason }, ["sending"]);
  }
  return await loadSettled(world, key);
}

async function loadSettled(
  { publications }: Pick<TaskWorld, "publications">,
  key: PublicationKey,
): Promise<Publication> {
  const publication = await publications.load(key);
  if (!publication || publication.state === "sending")
    throw new RetryableError("The announcement is being sent by somebody else");
  return publication;
}
