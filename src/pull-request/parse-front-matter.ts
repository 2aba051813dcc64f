import { isScalar, LineCounter, parseDocument, visit } from "yaml";
import { UserError } from "../errors.ts";

/** What is text however it was written: `title: 1984` is no number. */
const textKeys = ["title", "description"];

/**
 * The front matter of a post, from the end of its opening line, so that lines have the numbers that they have in
 * the post. Throws a `UserError` that names the line.
 */
export function parseFrontMatter(text: string): object {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error) throw describeBreak(error.linePos?.[0].line);
  visit(document, {
    Alias(_, alias) {
      const at = alias.range?.[0];
      if (!alias.resolve(document))
        throw describeBreak(at === undefined ? undefined : lines.linePos(at).line);
    },
  });
  for (const key of textKeys) {
    const node: unknown = document.has(key) ? document.get(key, true) : undefined;
    if (isScalar(node) && node.value !== null && typeof node.value !== "string") node.value = node.source;
  }
  const value = build(document) ?? {};
  if (typeof value !== "object" || Array.isArray(value)) throw describeBreak(undefined);
  return value;
}

/** Aliases of aliases that would grow beyond all measure are refused here. */
function build(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch (thrown) {
    throw describeBreak(undefined, thrown);
  }
}

function describeBreak(line: number | undefined, cause?: unknown): UserError {
  const place = line === undefined ? "" : `: line ${line} of the post cannot be read`;
  return new UserError(`the front matter is not valid YAML${place}`, { cause });
}
