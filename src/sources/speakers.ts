import { z } from "zod";
import { Pattern } from "./settings.ts";

const label = z.string({ error: "expected a label" }).min(1, { error: "expected a label" });
const labels = z.array(label, { error: "expected a list of labels" }).max(200, {
  error: "expected at most 200 labels",
});

/** What may be done with somebody's words: quoted, told in other words only, or nothing at all. */
const QuotePolicy = z.enum(["ok", "paraphrase", "never"], { error: "expected ok, paraphrase or never" });

const Person = z.strictObject({
  /** How a post calls this person. */
  name: z.string({ error: "expected a name" }).min(1, { error: "expected a name" }),
  /** Other ways in which transcripts write the name, in whatever file. */
  labels: labels.default([]),
  /** What the person is called in single files: a path or a pattern, and the labels there. */
  files: z
    .record(Pattern, labels, {
      error: ({ code }) =>
        code === "invalid_key"
          ? "expected the path of a file, or a pattern with few wildcards"
          : "expected paths with a list of labels each",
    })
    .default({}),
  quotes: QuotePolicy.default("ok"),
});

/** A label that means somebody else in each recording. */
const numbered = /^(?:speaker|spk|participant|channel|unknown)(?:[ _]?\w{1,8})?$/i;

/** `.github/speakers.yml`: who stands behind the labels of transcripts, and what may be quoted. */
export const Speakers = z
  .strictObject({
    people: z.array(Person, { error: "expected a list of people" }).max(2_000).default([]),
  })
  .superRefine(({ people }, context) => {
    const owners = new Map<string, number>();
    people.forEach((person, index) => {
      const claim = (key: string, path: (string | number)[], message: string) => {
        const owner = owners.get(key);
        if (owner !== undefined && owner !== index) context.addIssue({ code: "custom", path, message });
        owners.set(key, index);
      };
      claim(
        foldLabel(person.name),
        ["people", index, "name"],
        "this name stands for two people: write one entry",
      );
      person.labels.forEach((written, at) => {
        const path = ["people", index, "labels", at];
        if (numbered.test(written))
          context.addIssue({
            code: "custom",
            path,
            message: "this label is somebody else in each recording: put it under `files`",
          });
        claim(foldLabel(written), path, "this label stands for two people");
      });
      for (const [file, list] of Object.entries(person.files))
        list.forEach((written, at) => {
          claim(
            `${file}\n${foldLabel(written)}`,
            ["people", index, "files", file, at],
            "this label stands for two people in the same file",
          );
        });
    });
  })
  .prefault({});
export type Speakers = z.infer<typeof Speakers>;

/** Labels are compared without regard to case, spaces, what is not seen, and how an apostrophe or a hyphen is written. */
export function foldLabel(written: string): string {
  return written
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[’‘ʼ`´]/gu, "'")
    .replace(/\p{Pd}/gu, "-")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
}

/**
 * A label without what programs and people add to a name: `Dr. Ruiz, Ana (she/her)` is `ana ruiz`, with or without
 * accents. Enough to keep somebody's words back, too little to say who somebody is.
 */
export function foldLoosely(written: string): string {
  return foldLabel(written)
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/(?:\s*(?:\([^()]*\)|\[[^[\]]*\]))+$/u, "")
    .replace(/^(?:dr|mr|mrs|ms|prof)\.?\s+/u, "")
    .replace(/^([^,]+),\s*([^,]+)$/u, "$2 $1")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
