import { z } from "zod";

const words = z
  .int({ error: "expected a whole number of words" })
  .min(0)
  .max(100_000)
  .nullable()
  .default(null);

/** How posts are to be written, as far as a machine can tell. */
export const StyleSettings = z
  .strictObject({
    /** Phrases that no post of this blog uses, quotations apart. */
    banned: z
      .array(z.string({ error: "expected a phrase" }).min(1, { error: "expected a phrase" }).max(200), {
        error: "expected a list of phrases",
      })
      .max(200, { error: "expected at most 200 phrases" })
      .default([]),
    words: z
      .strictObject({ min: words, max: words })
      .refine(({ min, max }) => min === null || max === null || min <= max, {
        error: "expected min not to be greater than max",
      })
      .prefault({}),
  })
  .prefault({});
export type StyleSettings = z.infer<typeof StyleSettings>;
