import type { LoggedDelivery } from "../ports/app-hooks.ts";
import type { Asked } from "../ports/watch.ts";

const minuteMs = 60_000;

/** GitHub's log goes back three days, and nothing older can be sent again (public thread oxidecomputer/buildomat#109). */
const keptMs = 3 * 24 * 60 * minuteMs;

/** A delivery enters the log when its attempt ends, up to ten seconds after one that began later; minutes more cost nothing. */
const overlapMs = 10 * minuteMs;

/** With a look every five minutes this outlasts most outages of ours; what fails more often fails because of what it is. */
const mostAttempts = 5;

/** How far back the log is read. */
export function decideHorizon(now: Date, seenUntil: Date | null): Date {
  const oldest = now.getTime() - keptMs;
  return new Date(seenUntil ? Math.max(oldest, seenUntil.getTime() - overlapMs) : oldest);
}

/** The latest attempt of each delivery that was never taken, the oldest first: as things happened. */
export function listFailed(newestFirst: readonly LoggedDelivery[]): LoggedDelivery[] {
  const taken = new Set(newestFirst.filter(({ isTaken }) => isTaken).map(({ guid }) => guid));
  const failed = new Map<string, LoggedDelivery>();
  for (const delivery of newestFirst) {
    if (!taken.has(delivery.guid) && !failed.has(delivery.guid)) failed.set(delivery.guid, delivery);
  }
  return [...failed.values()].toReversed();
}

/** Of the failed ones those to be asked for: without work here, not too often, and not while the last attempt may be under way. */
export function chooseRedeliveries(
  failed: readonly LoggedDelivery[],
  missing: readonly Asked[],
  now: Date,
): LoggedDelivery[] {
  const asked = new Map(missing.map((one) => [one.guid, one]));
  return failed.filter(({ guid }) => {
    const known = asked.get(guid);
    if (!known || known.attempts >= mostAttempts) return false;
    return known.askedAt === null || now.getTime() - known.askedAt.getTime() >= minuteMs;
  });
}
