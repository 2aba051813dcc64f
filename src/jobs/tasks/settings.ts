import { z } from "zod";
import { BranchPattern, ContentSettings } from "../../pull-request/settings.ts";
import { Series, SourceSettings } from "../../sources/settings.ts";

const timezone = z.string({ error: "expected a time zone" }).refine(isTimeZone, {
  error: "expected the name of a time zone, such as Europe/Berlin",
});

/** What later steps of the way from draft to post read: accepted and checked from the start. */
const Reserved = {
  site: z
    .strictObject({
      url: z
        .url({ protocol: /^https?$/, error: "expected an address that begins with https://" })
        .nullable()
        .default(null),
      permalink: z.string().default("/blog/{slug}/"),
    })
    .prefault({}),
  backlog: z.strictObject({ label: z.string().default("blog-idea") }).prefault({}),
  confidentiality: z
    .strictObject({
      public: z.array(z.string(), { error: "expected a list of names" }).default([]),
      names: z.enum(["flag", "block", "allow"], { error: "expected flag, block or allow" }).default("flag"),
    })
    .prefault({}),
  announcements: z
    .strictObject({
      linkedin: z
        .strictObject({
          enabled: z.boolean({ error: "expected true or false" }).default(true),
          review: z.boolean({ error: "expected true or false" }).default(true),
        })
        .prefault({}),
    })
    .prefault({}),
  limits: z
    .strictObject({
      draftsPerDay: z.int({ error: "expected a whole number" }).min(0).default(10),
      tokensPerDraft: z.int({ error: "expected a whole number" }).min(0).default(60_000),
    })
    .prefault({}),
};

/** `.github/galley.yml` of a repository: each room's own part, put together. Every key has a default. */
export const Settings = z.strictObject({
  timezone: timezone.default("UTC"),
  content: ContentSettings,
  sources: SourceSettings,
  branch: BranchPattern,
  series: z.array(Series, { error: "expected a list of series" }).default([]),
  ...Reserved,
});
export type Settings = z.infer<typeof Settings>;

/** Where the settings lie, on the default branch. */
export const settingsPath = ".github/galley.yml";

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
