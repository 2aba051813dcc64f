import { setImmediate as nextTurn } from "node:timers/promises";
import { toError } from "../../errors.ts";

type Waiting<Request, Outcome> = {
  readonly request: Request;
  readonly settled: PromiseWithResolvers<Outcome>;
};

/** As many as one statement carries without growing slow. */
const mostTogether = 100;

/** A statement costs as much as ten requests in it, so it pays to wait for those that are being read just now. */
const quietTurns = 2;

/**
 * Lets requests that come while one is under way, or a moment before it, go together in the next one: under load a
 * commit then carries many. One group goes after the other, so that two commands of one person are never counted apart.
 * A group that fails over what one of them holds is tried one by one, so that it is said of that one. Anything else is
 * said to all at once: a database that does not answer would have each of them wait for those before it.
 */
export function takeInTogether<Request, Outcome>(
  takeIn: (requests: readonly Request[]) => Promise<readonly Outcome[]>,
  gather: (count: () => number) => Promise<void> = waitForOthers,
): (request: Request) => Promise<Outcome> {
  let waiting: Waiting<Request, Outcome>[] = [];
  let isUnderWay = false;

  async function takeGroup(group: readonly Waiting<Request, Outcome>[]): Promise<void> {
    try {
      const outcomes = await takeIn(group.map(({ request }) => request));
      for (const [at, { settled }] of group.entries()) settled.resolve(outcomes[at] as Outcome);
    } catch (thrown) {
      const error = toError(thrown);
      if (group.length > 1 && isAboutValues(error)) for (const one of group) await takeGroup([one]);
      else for (const { settled } of group) settled.reject(error);
    }
  }

  async function takeAll(): Promise<void> {
    isUnderWay = true;
    while (waiting.length > 0) {
      await gather(() => waiting.length);
      const group = waiting.slice(0, mostTogether);
      waiting = waiting.slice(mostTogether);
      await takeGroup(group);
    }
    isUnderWay = false;
  }

  return (request) => {
    const settled = Promise.withResolvers<Outcome>();
    waiting.push({ request, settled });
    if (!isUnderWay) void takeAll();
    return settled.promise;
  };
}

/** Until the event loop has gone round and round again and brought nobody, or enough have come. */
async function waitForOthers(count: () => number): Promise<void> {
  let before = 0;
  while (count() > before && count() < mostTogether) {
    before = count();
    for (let turn = 0; turn < quietTurns; turn += 1) await nextTurn();
  }
}

/** "Data exception", "constraint violation", "transaction rollback", "limit exceeded" (PostgreSQL, appendix A). */
function isAboutValues(error: Error): boolean {
  return "code" in error && /^(?:22|23|40|54)/.test(String(error.code));
}
