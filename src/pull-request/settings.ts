import { z } from "zod";

const folder = z
  .string({ error: "expected the path of a folder" })
  .refine((path) => isInside(path), {
    error: "expected a folder below the top of the repository, without `..`",
  })
  .refine((path) => !/^\.github(\/|$)/i.test(path), { error: "expected a folder outside .github" });

const filename = z
  .string({ error: "expected a file name" })
  .refine((name) => name.includes("{slug}"), {
    error: "expected {slug} in it, so that posts do not overwrite each other",
  })
  .refine((name) => hasOnlyPlaceholders(name), { error: "expected no placeholders but {date} and {slug}" })
  .refine((name) => isInside(name), { error: "expected a name without `..` that does not begin with /" })
  .refine((name) => /\.(?:md|markdown|mdx)$/i.test(name), { error: "expected it to end in .md" });

/** Keys of the front matter that differ from post to post, or say that it is published. */
const ownKeys = ["title", "date", "description", "series", "draft"];

/** Where posts are written and what stands above them. */
export const ContentSettings = z
  .strictObject({
    directory: folder.default("content/blog"),
    filename: filename.default("{date}-{slug}.md"),
    /** Added to the front matter of each post as it stands. */
    frontMatter: z
      .record(z.string(), z.json(), { error: "expected keys with values" })
      .refine((extra) => !ownKeys.some((key) => Object.hasOwn(extra, key)), {
        error: `expected other keys than those of each post: ${ownKeys.join(", ")}`,
      })
      .default({}),
    /** Whether the post names its sources; the site may be public even when the repository is not. */
    sources: z.boolean({ error: "expected true or false" }).default(false),
  })
  .prefault({});
export type ContentSettings = z.infer<typeof ContentSettings>;

/** How branches are named. The rules are those of git-check-ref-format(1). */
export const BranchPattern = z
  .string({ error: "expected the name of a branch" })
  .refine((name) => name.includes("{slug}"), {
    error: "expected {slug} in it, so that drafts do not share a branch",
  })
  .refine((name) => hasOnlyPlaceholders(name), { error: "expected no placeholders but {date} and {slug}" })
  .refine((name) => isBranchName(name.replaceAll(/\{(?:date|slug)\}/g, "x")), {
    error: "expected a valid name for a branch",
  })
  .default("blog/{date}-{slug}");

function hasOnlyPlaceholders(text: string): boolean {
  return !/[{}]/.test(text.replaceAll(/\{(?:date|slug)\}/g, ""));
}

function isInside(path: string): boolean {
  return (
    path !== "" &&
    !/^[/\\~]/.test(path) &&
    !/[\\\p{Cc}]/u.test(path) &&
    !path
      .replace(/\/$/, "")
      .split("/")
      .some((part) => /^(?:\.{0,2}|\.git)$/i.test(part))
  );
}

function isBranchName(name: string): boolean {
  if (/[\s~^:?*[\\\p{Cc}]|\.\.|@\{|\/\/|^[/-]|[/.]$|^@$/u.test(name)) return false;
  return name.split("/").every((part) => !part.startsWith(".") && !part.endsWith(".lock"));
}
