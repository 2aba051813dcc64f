import { checkLinks, type LinkedFile } from "../../../verification/check-links.ts";
import { checkStyle } from "../../../verification/check-style.ts";
import type { PlacedFinding } from "../../../verification/evidence/check-edits.ts";
import { readPostLine } from "../../../verification/finding.ts";
import { blankFrontMatter } from "../../../verification/list-lines.ts";
import type { StyleSettings } from "../../../verification/style-settings.ts";
import { readData } from "./look-at-post.ts";

/**
 * What style and links say of a post's file, by its lines, whoever wrote them. Front matter that cannot be read is
 * said with the announcement.
 */
export function checkFile(
  text: string,
  style: StyleSettings,
  links: { readonly linked: readonly LinkedFile[]; readonly exists: Parameters<typeof checkLinks>[1] },
): PlacedFinding[] {
  const { title, description, linkedin } = readData(text);
  const read = (value: unknown) => (typeof value === "string" ? value : "");
  const post = { title: read(title), hook: read(description), announcement: [read(linkedin)] };
  return [
    ...checkStyle({ ...post, markdown: blankFrontMatter(text) }, style),
    ...checkLinks(links.linked, links.exists),
  ].map((finding) => ({ ...finding, line: readPostLine(finding) }));
}
