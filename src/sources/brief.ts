import { z } from "zod";

/**
 * What is asked for, taken from the payload of the moment it was asked and never read again.
 * `title` is a working title; `notes` is the body as written, a person's own words.
 */
export const Brief = z.object({
  title: z.string(),
  notes: z.string(),
  series: z.string().nullable(),
  angle: z.string().nullable(),
  hook: z.string().nullable(),
  audience: z.string().nullable(),
});
export type Brief = z.infer<typeof Brief>;
