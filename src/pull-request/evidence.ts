import type { Claim } from "../drafting/draft.ts";
import type { Passage } from "../sources/passage.ts";
import { cleanInline, renderCode } from "./clean-for-github.ts";

/** A source as it is shown. `url` is its page at the pinned commit; null where there is none, or none to be shown. */
export type LinkedSource = { readonly id: string; readonly path: string; readonly url: string | null };

const head = "<details><summary>Evidence: what each statement rests on</summary>\n\n";
const foot = "\n\n</details>";

/** Rows from claim to source lines, as many rows as fit; null when there is no claim, or no room. */
export function renderEvidence(
  claims: readonly Claim[],
  sources: readonly LinkedSource[],
  maxCharacters: number,
): string | null {
  const rows = claims.map((claim) => renderRow(claim, sources));
  const kept: string[] = [];
  let length = head.length + foot.length + 100;
  for (const row of rows) {
    length += row.length + 1;
    if (length > maxCharacters) break;
    kept.push(row);
  }
  if (kept.length === 0) return null;
  const left = rows.length - kept.length;
  const rest =
    left > 0
      ? `\n\n${left} more ${left === 1 ? "statement was" : "statements were"} left out for length.`
      : "";
  return `${head}${kept.join("\n")}${rest}${foot}`;
}

function renderRow(claim: Claim, sources: readonly LinkedSource[]): string {
  // Two passages may stand on one line.
  const places = new Set(claim.passages.map((passage) => renderPlace(passage, sources)));
  return `- ${cleanInline(shorten(claim.text).replace(/[\s:]+$/, ""))} — ${[...places].join(", ")}`;
}

/** A passage as its source's path and lines, with a link to them where there is one. */
export function renderPlace(passage: Passage, sources: readonly LinkedSource[]): string {
  const source = sources.find(({ id }) => id === passage.source);
  const lines =
    passage.firstLine === passage.lastLine
      ? `L${passage.firstLine}`
      : `L${passage.firstLine}-L${passage.lastLine}`;
  const text = `${renderCode(source?.path ?? passage.path)} ${lines}`;
  if (!source?.url) return text;
  // A parenthesis would end the link.
  const page = source.url.replaceAll("(", "%28").replaceAll(")", "%29");
  return `[${text}](${page}?plain=1#${lines})`;
}

function shorten(text: string): string {
  const words = text.split(/\s+/);
  // Not every language puts spaces between words.
  const start = words.slice(0, 30).join(" ").slice(0, 400).toWellFormed();
  return words.length > 30 || start.length === 400 ? `${start} …` : text;
}
