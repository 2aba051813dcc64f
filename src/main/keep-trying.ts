import { setTimeout as delay } from "node:timers/promises";
import { toError } from "../errors.ts";
import type { Log } from "../ports/log.ts";

const pauseMs = 1_000;

/** Something that is started until it stands. */
export type KeptTrying<T> = {
  /** Undefined until it stands. */
  current(): T | undefined;
  /** Resolves when it stands; never, when it is ended before. */
  readonly standing: Promise<T>;
  /** Tries no more; resolves with what stands, once an attempt under way has ended. */
  end(): Promise<T | undefined>;
};

/**
 * Starts something that may have to wait for another machine. Resolves after the first attempt, which on a
 * good day is the last; further ones follow in the background. Throws what `explain` makes of an error that no
 * waiting mends.
 */
export async function keepTrying<T>(
  start: () => Promise<T>,
  options: { readonly explain: (thrown: unknown) => Error | undefined; readonly log: Log },
): Promise<KeptTrying<T>> {
  const ending = new AbortController();
  const standing = Promise.withResolvers<T>();
  let current: T | undefined;
  const attempt = async (): Promise<boolean> => {
    try {
      current = await start();
      standing.resolve(current);
      return true;
    } catch (thrown) {
      const final = options.explain(thrown);
      if (final) throw final;
      options.log.warn({ err: toError(thrown) }, "The database does not answer; trying again");
      return false;
    }
  };
  const goOn = async () => {
    while (!ending.signal.aborted) {
      await delay(pauseMs, undefined, { signal: ending.signal });
      if (await attempt()) return;
    }
  };
  const trying = (await attempt()) ? Promise.resolve() : goOn().catch(() => undefined);
  return {
    current: () => current,
    standing: standing.promise,
    async end() {
      ending.abort();
      await trying;
      return current;
    },
  };
}
