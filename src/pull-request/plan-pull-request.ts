import { createHash } from "node:crypto";
import { dropTags } from "../drafting/clean-markdown.ts";
import type { Draft } from "../drafting/draft.ts";
import type { Brief } from "../sources/brief.ts";
import { cleanLine } from "./clean-for-github.ts";
import { type FrontMatter, renderPostFile } from "./post-file.ts";
import type { ContentSettings } from "./settings.ts";

/** A post ready to be committed. */
export type PlannedPost = { readonly file: string; readonly text: string; readonly frontMatter: FrontMatter };

/** The post at its path, with its front matter. */
export function planPost(options: {
  readonly draft: Draft;
  readonly file: string;
  readonly day: string;
  readonly series: string | null;
  /** Their names, as readers may see them. */
  readonly sources: readonly string[];
  readonly content: ContentSettings;
  readonly announcement: string | null;
}): PlannedPost {
  const { draft, file, day, series, sources, content, announcement } = options;
  const frontMatter: FrontMatter = {
    title: draft.title,
    date: day,
    description: dropTags(draft.hook),
    series: series === null ? null : dropTags(series),
    linkedin: announcement,
    extra: {
      ...content.frontMatter,
      ...(content.sources ? { sources } : {}),
    },
  };
  return {
    file,
    text: renderPostFile(frontMatter, draft.markdown),
    frontMatter,
  };
}

/** The commit's message. The trailer is how the commit is known as ours when the answer to making it was lost. */
export function renderCommitMessage(title: string, workId: string): { headline: string; body: string } {
  return { headline: `Add draft: ${cleanLine(title)}`, body: `Galley-Job: ${workId}` };
}

/** Which brief a draft was made for, and which text: hashes, so that nothing of either is shown. */
export function hashBrief(brief: Brief): string {
  return hash(JSON.stringify([brief.title, brief.notes]));
}

export function hashPost(text: string): string {
  return hash(text.replaceAll("\r\n", "\n"));
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
