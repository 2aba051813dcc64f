import { UserError } from "../errors.ts";
import { parsePostFile } from "./post-file.ts";

type Text = { readonly path: string; readonly text: string | null };

/** From here on git too calls it a renamed file and not another one. */
const leastSimilar = 0.5;

/**
 * The path at which the post stands now, among files that a person added: the one that is like the post, or has
 * its title, or its slug in the name and front matter like a post's. A file beside it, such as minutes, may be
 * nobody's business: without such a sign, or with two that are equally like it, null.
 */
export function findMovedPost(
  post: Text & { readonly slug: string | null },
  added: readonly Text[],
): string | null {
  const title = readFrontMatter(post.text).title;
  const [best, second] = added
    .map((file) => ({ ...file, similarity: measureSimilarity(post.text ?? "", file.text ?? "") }))
    .filter(({ path, text, similarity }) => {
      if (similarity >= leastSimilar) return true;
      const data = readFrontMatter(text);
      if (data.title === undefined) return false;
      return data.title === title || (data.date !== undefined && hasSlug(path, post.slug));
    })
    .sort((a, b) => b.similarity - a.similarity);
  return best && best.similarity !== second?.similarity ? best.path : null;
}

/** How much of the one text, by the length of its lines, stands in the other. */
function measureSimilarity(one: string, other: string): number {
  const left = new Map<string, number>();
  for (const line of listLines(other)) left.set(line, (left.get(line) ?? 0) + 1);
  let [kept, all] = [0, 0];
  for (const line of listLines(one)) {
    const count = left.get(line) ?? 0;
    all += line.length;
    if (count === 0) continue;
    kept += line.length;
    left.set(line, count - 1);
  }
  return all === 0 ? 0 : kept / all;
}

function listLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

function hasSlug(path: string, slug: string | null): boolean {
  return slug !== null && slug !== "" && path.toLowerCase().includes(slug.toLowerCase());
}

function readFrontMatter(text: string | null): Readonly<Record<string, unknown>> {
  try {
    return parsePostFile(text ?? "").data;
  } catch (thrown) {
    if (thrown instanceof UserError) return {};
    throw thrown;
  }
}
