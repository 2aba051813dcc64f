import type { z } from "zod";
import type { Attempt } from "../ports/store.ts";

/**
 * Does a step once, however many attempts the work takes: what an earlier attempt saved is used, otherwise
 * `make` runs and its result is saved before anything is built on it.
 */
export async function once<T>(
  attempt: Pick<Attempt, "load" | "save">,
  step: string,
  schema: z.ZodType<T>,
  make: () => Promise<T>,
): Promise<T> {
  const saved = await attempt.load(step, schema);
  if (saved !== undefined) return saved;
  const made = await make();
  await attempt.save(step, made);
  return made;
}
