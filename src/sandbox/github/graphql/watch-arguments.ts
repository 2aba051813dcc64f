import { UnknownOperationError } from "../errors.ts";

type Watched<Arguments> = {
  arguments: Arguments;
  /** Throws when something that was given was looked at by nobody: it would be ignored without a word. */
  requireAllRead(): void;
};

/** Arguments that remember which of them were read. `name` is what they belong to, for the error. */
export function watchArguments<Arguments extends object>(
  name: string,
  given: Arguments,
  wanted: readonly string[],
): Watched<Arguments> {
  const read = new Set<string | symbol>();
  const watched = new Proxy(given, {
    get(target, key) {
      read.add(key);
      return Reflect.get(target, key);
    },
    ownKeys(target) {
      const keys = Reflect.ownKeys(target);
      for (const key of keys) read.add(key);
      return keys;
    },
  });
  return {
    arguments: watched,
    requireAllRead() {
      const ignored = wanted.filter((key) => !read.has(key) && isGiven(Reflect.get(given, key)));
      if (ignored.length === 0) return;
      throw new UnknownOperationError(`The sandbox does not know ${ignored.join(" and ")} of ${name}`);
    },
  };
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}
