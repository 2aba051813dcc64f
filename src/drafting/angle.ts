import { z } from "zod";
import { Passage } from "../sources/passage.ts";

/** One of several ways to write about the same sources: what the post would be called, what it would say, and from what. */
export const Angle = z.object({
  title: z.string().min(1),
  /** Plain words, one or two sentences. */
  angle: z.string().min(1),
  /** The best passages for it, the best first. */
  passages: z.array(Passage).min(1),
});
export type Angle = z.infer<typeof Angle>;

/** How many are proposed, where the sources hold as many. */
export const mostAngles = 3;
