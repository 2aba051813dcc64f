import { z } from "zod";

/** Bounds that keep matching fast: braces multiply, and wildcards of one segment are tried against each other. */
const pattern = z
  .string({ error: "expected a pattern" })
  .refine((text) => text.length <= 200, { error: "expected a pattern of at most 200 characters" })
  .refine((text) => (text.match(/[{(]/g)?.length ?? 0) <= 2, {
    error: "expected at most two groups in a pattern",
  })
  .refine((text) => text.split("/").every((part) => (part.match(/[*?[]/g)?.length ?? 0) <= 4), {
    error: "expected at most four wildcards between two slashes",
  })
  .refine((text) => text.split("**").length <= 4, { error: "expected at most three `**` in a pattern" });

const patterns = z
  .array(pattern, { error: "expected a list of patterns" })
  .max(100, { error: "expected at most 100 patterns" });

/** Which files of a repository may be read as sources. */
export const SourceSettings = z
  .strictObject({
    include: patterns.default(["**/*.{md,markdown,txt,vtt,srt,sbv,json,html,htm}"]),
    exclude: patterns.default([".github/**", "node_modules/**"]),
    speakers: z.string({ error: "expected the path of a file" }).default(".github/speakers.yml"),
  })
  .prefault({});
export type SourceSettings = z.infer<typeof SourceSettings>;

/** A content pillar with its own point of view. */
export const Series = z.strictObject({
  name: z.string({ error: "expected a name" }).min(1, { error: "expected a name" }),
  pointOfView: z.string({ error: "expected text" }).nullable().default(null),
  voice: z.string({ error: "expected the path of a file" }).nullable().default(null),
});
export type Series = z.infer<typeof Series>;
