import { createRandom, type Random } from "../../src/sandbox/faults/random.ts";

export { createRandom, type Random };

/** One of them. */
export function choose<T>(random: Random, all: readonly T[]): T {
  const one = all[Math.floor(random() * all.length)];
  if (one === undefined) throw new Error("There is nothing to choose from");
  return one;
}
