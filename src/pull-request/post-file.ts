import matter from "gray-matter";
import { Document, Scalar } from "yaml";
import { z } from "zod";
import { UserError } from "../errors.ts";
import { parseFrontMatter } from "./parse-front-matter.ts";

/** The front matter of a post, in the order in which it is written. */
export type FrontMatter = {
  readonly title: string;
  /** The day of the draft, `2026-05-05`. */
  readonly date: string;
  readonly description: string;
  readonly series: string | null;
  /** The announcement as readers will see it; null leaves the key out. */
  readonly linkedin: string | null;
  /** The repository's own keys, and `sources` when settings ask for it. */
  readonly extra: Readonly<Record<string, unknown>>;
};

/** A post as it was read: whatever keys a person left in the front matter, and the Markdown under it. */
export type PostFile = { readonly data: Readonly<Record<string, unknown>>; readonly markdown: string };

/** The front matter as a plain object, `draft: false` included: merging is what publishes. */
export function listFrontMatter(frontMatter: FrontMatter): Record<string, unknown> {
  const { title, date, description, series, linkedin, extra } = frontMatter;
  return {
    title,
    date,
    description,
    ...(series === null ? {} : { series }),
    draft: false,
    ...extra,
    ...(linkedin === null ? {} : { linkedin }),
  };
}

/**
 * The text of a post. The serializer quotes what YAML 1.1 readers would take for something else (`No`,
 * `12:30`), since static site generators differ in the version they read.
 */
export function renderPostFile(frontMatter: FrontMatter, markdown: string): string {
  const document = new Document(listFrontMatter(frontMatter), {
    compat: "yaml-1.1",
    customTags: ["timestamp"],
  });
  const day = new Date(`${frontMatter.date}T00:00:00Z`);
  document.set("date", document.createNode(day));
  for (const key of ["title", "description"]) {
    const node = document.get(key, true);
    if (node instanceof Scalar) node.type = Scalar.QUOTE_DOUBLE;
  }
  const announcement = document.get("linkedin", true);
  if (announcement instanceof Scalar) announcement.type = Scalar.BLOCK_LITERAL;
  return `---\n${document.toString({ lineWidth: 0 })}---\n\n${markdown.trim()}\n`;
}

/** The opening line that is accepted; any other, such as `---js`, would choose an engine. */
const opening = /^\uFEFF?---[ \t]*(?:ya?ml)?[ \t]*\r?$/;

/**
 * Reads a post with its front matter as data: YAML only, nothing is ever evaluated. Every post of ours was
 * written with front matter: where none begins a person broke it, and what it forbids must not be overheard.
 * Throws a `UserError` that says what is wrong with the front matter.
 */
export function parsePostFile(text: string): PostFile {
  const [firstLine = ""] = text.split("\n", 1);
  if (!opening.test(firstLine))
    throw new UserError("the front matter cannot be read: line 1 of the post must be `---` alone");
  const plain = text
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n")
    .replace(/^---.*$/m, "---");
  if (!/\n---[ \t]*(?:\n|$)/.test(plain))
    throw new UserError("the front matter cannot be read: no line `---` ends it");
  const { data, content } = matter(plain, { language: "yaml", engines: { yaml: parseFrontMatter } });
  return { data: z.record(z.string(), z.unknown()).parse(data), markdown: content };
}
