import { PermanentError } from "../errors.ts";
import type { AppHooks, LoggedDelivery } from "../ports/app-hooks.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Redeliveries, Turn, Watch } from "../ports/watch.ts";
import { chooseRedeliveries, decideHorizon, listFailed } from "./choose-redeliveries.ts";

type World = {
  readonly hooks: AppHooks;
  readonly watch: Watch;
  readonly redeliveries: Redeliveries;
  readonly clock: Clock;
  readonly log: Log;
};

/**
 * Has the deliveries that found nobody sent again. GitHub does not repeat one by itself. What is asked for is
 * counted before, so that a process that dies over it does not ask for ever; what was seen is remembered only
 * when all of it was dealt with.
 */
export async function redeliverFailed(world: World, signal: AbortSignal): Promise<void> {
  const turn = await world.watch.take("deliveries");
  if (!turn) return;
  let seenUntil: Date | null = null;
  try {
    const read = await readLog(world, turn, signal);
    if (!read) return;
    const count = await askAgain(world, turn, read, signal);
    seenUntil = read[0]?.deliveredAt ?? null;
    world.log.debug({ read: read.length, redelivered: count }, "Looked for failed deliveries");
  } finally {
    await turn.end(seenUntil);
  }
}

/** The log back to the horizon; undefined when the turn was lost on the way. */
async function readLog(
  { hooks, clock }: World,
  turn: Turn,
  signal: AbortSignal,
): Promise<LoggedDelivery[] | undefined> {
  const horizon = decideHorizon(clock.now(), turn.seenUntil);
  const read: LoggedDelivery[] = [];
  let cursor: string | null = null;
  do {
    const page = await hooks.list(cursor, signal);
    read.push(...page.deliveries.filter(({ deliveredAt }) => deliveredAt >= horizon));
    const isOver = page.deliveries.some(({ deliveredAt }) => deliveredAt < horizon);
    cursor = isOver ? null : page.next;
    if (!(await turn.renew())) return undefined;
  } while (cursor !== null);
  return read;
}

async function askAgain(
  { hooks, redeliveries, clock, log }: World,
  turn: Turn,
  read: readonly LoggedDelivery[],
  signal: AbortSignal,
): Promise<number> {
  const failed = listFailed(read);
  if (failed.length === 0) return 0;
  const missing = await redeliveries.listMissing(failed.map(({ guid }) => guid));
  const chosen = chooseRedeliveries(failed, missing, clock.now());
  for (const { id, guid } of chosen) {
    signal.throwIfAborted();
    await redeliveries.count(guid);
    try {
      await hooks.redeliver(id, signal);
      log.info({ deliveryId: guid }, "Had a failed delivery sent again");
    } catch (thrown) {
      // One that GitHub does not send any more must not keep the others.
      if (!(thrown instanceof PermanentError)) throw thrown;
      log.warn({ deliveryId: guid, err: thrown }, "GitHub would not send a delivery again");
    }
    if (!(await turn.renew())) break;
  }
  return chosen.length;
}
