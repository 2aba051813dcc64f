import { z } from "zod";

/** Which files of a repository may be read as sources. */
export const SourceSettings = z
  .strictObject({
    include: z
      .array(z.string(), { error: "expected a list of patterns" })
      .default(["**/*.{md,markdown,txt,vtt,srt,sbv,json,html,htm}"]),
    exclude: z
      .array(z.string(), { error: "expected a list of patterns" })
      .default([".github/**", "node_modules/**"]),
    speakers: z.string({ error: "expected the path of a file" }).default(".github/speakers.yml"),
  })
  .prefault({});
export type SourceSettings = z.infer<typeof SourceSettings>;

/** A content pillar with its own point of view. */
export const Series = z.strictObject({
  name: z.string({ error: "expected a name" }).min(1, { error: "expected a name" }),
  pointOfView: z.string({ error: "expected text" }).nullable().default(null),
  voice: z.string({ error: "expected the path of a file" }).nullable().default(null),
  schedule: z
    .strictObject({
      cron: z.string({ error: "expected a cron expression" }),
      timezone: z.string().default("UTC"),
    })
    .nullable()
    .default(null),
});
export type Series = z.infer<typeof Series>;
