import type { Root } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Place } from "./frame-repository.ts";
import { linkWithin } from "./link-within.ts";

/**
 * Markdown as GitHub shows it: raw HTML is read and then cleaned by GitHub's own list of what may stay
 * (the default of `rehype-sanitize`), so the result may be put into a page as it is.
 */
export async function renderMarkdown(
  markdown: string,
  place: Pick<Place, "name" | "world">,
): Promise<string> {
  const file = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeSanitize)
    .use(() => (tree: Root) => linkWithin(tree, place.name, place.world.url))
    .use(rehypeStringify)
    .process(markdown);
  return String(file);
}
