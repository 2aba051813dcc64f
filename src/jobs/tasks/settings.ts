import { z } from "zod";
import { BranchPattern, ContentSettings } from "../../pull-request/settings.ts";
import { Series, SourceSettings } from "../../sources/settings.ts";
import { StyleSettings } from "../../verification/style-settings.ts";
import { isCron } from "../find-next-time.ts";

const timezone = z.string({ error: "expected a time zone" }).refine(isTimeZone, {
  error: "expected the name of a time zone, such as Europe/Berlin",
});

/** When a series is due. */
const schedule = z
  .strictObject({
    cron: z.string({ error: "expected a cron expression" }).refine(isCron, {
      error: "expected five fields of cron (minute, hour, day, month, weekday), such as 0 9 * * 2",
    }),
    timezone: timezone.default("UTC"),
  })
  .nullable()
  .default(null);

/** What no room has to itself. */
const Shared = {
  site: z
    .strictObject({
      url: z
        .url({ protocol: /^https?$/, error: "expected an address that begins with https://" })
        .nullable()
        .default(null),
      permalink: z.string().default("/blog/{slug}/"),
    })
    .prefault({}),
  confidentiality: z
    .strictObject({
      public: z.array(z.string(), { error: "expected a list of names" }).default([]),
      names: z.enum(["flag", "block", "allow"], { error: "expected flag, block or allow" }).default("flag"),
      pseudonyms: z.string({ error: "expected the path of a file" }).nullable().default(null),
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
  series: z
    .array(Series.extend({ schedule }), { error: "expected a list of series" })
    .superRefine(refuseSameNames)
    .default([]),
  backlog: z
    .strictObject({
      label: z
        .string({ error: "expected the name of a label" })
        .min(1, {
          error: "expected the name of a label",
        })
        .default("blog-idea"),
    })
    .prefault({}),
  style: StyleSettings,
  evidence: z
    .strictObject({
      /** Whether a language model judges the claims of its draft, once more than the checks without one. */
      judge: z.boolean({ error: "expected true or false" }).default(true),
    })
    .prefault({}),
  ...Shared,
});
export type Settings = z.infer<typeof Settings>;

/** What belongs to a series goes by its name, in which upper and lower case are the same. */
function refuseSameNames(series: readonly { readonly name: string }[], context: z.RefinementCtx): void {
  const names = series.map(({ name }) => name.toLowerCase());
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) === index) continue;
    context.addIssue({ code: "custom", path: [index, "name"], message: "another series has this name" });
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
