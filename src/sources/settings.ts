import { z } from "zod";

/** Bounds that keep matching fast: braces multiply, and wildcards of one segment are tried against each other. */
export const Pattern = z
  .string({ error: "expected a pattern" })
  .refine((text) => text.length <= 200, { error: "expected a pattern of at most 200 characters" })
  .refine((text) => (text.match(/[{(]/g)?.length ?? 0) <= 2, {
    error: "expected at most two groups in a pattern",
  })
  .refine((text) => text.split("/").every((part) => (part.match(/[*?[]/g)?.length ?? 0) <= 4), {
    error: "expected at most four wildcards between two slashes",
  })
  .refine((text) => text.split("**").length <= 4, { error: "expected at most three `**` in a pattern" });

/** How much may be read: more takes memory in the process and room in its database. */
const megabytes = (most: number) =>
  z
    .number({ error: "expected a number of megabytes" })
    .positive({ error: "expected more than 0 megabytes" })
    .max(most, { error: `expected at most ${most} megabytes` });

const patterns = z
  .array(Pattern, { error: "expected a list of patterns" })
  .max(100, { error: "expected at most 100 patterns" });

/** Which files of a repository may be read as sources. */
export const SourceSettings = z
  .strictObject({
    include: patterns.default(["**/*.{md,markdown,txt,vtt,srt,sbv,json,html,htm}"]),
    exclude: patterns.default([".github/**", "node_modules/**"]),
    /** The largest file, and all files of a draft together. */
    fileMegabytes: megabytes(20).default(5),
    totalMegabytes: megabytes(40).default(20),
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
