import type { Passage } from "../sources/passage.ts";
import type { CheckedQuotation } from "../verification/evidence/check-quotations.ts";
import type { LedgerEntry } from "../verification/evidence/ledger.ts";
import type { PostSentence } from "../verification/evidence/split-post.ts";
import { cleanInline } from "./clean-for-github.ts";
import { type Place, renderPlace, shorten } from "./evidence.ts";

/** A sentence with what it rests on, and the quotation in it that is not as it was said. */
export type LedgerRow = {
  readonly sentence: PostSentence;
  readonly entry: LedgerEntry;
  readonly broken: CheckedQuotation | null;
};

/** GitHub takes as much for the text of a check ("Create a check run", `output.text`); counted in bytes, to be sure. */
const mostBytes = 65_535;

/** Room for the words on what was cut. */
const reserve = 100;

/** Every sentence of the post with what it rests on, as Markdown, with a word on what was cut. */
export function renderLedger(rows: readonly LedgerRow[], sources: readonly Place[]): string {
  const lines = rows.map((row) => renderRow(row, sources));
  let bytes = reserve;
  const kept = lines.filter((line) => {
    bytes += Buffer.byteLength(line) + 1;
    return bytes <= mostBytes;
  });
  const left = lines.length - kept.length;
  const more = `\n\n${left} more ${left === 1 ? "sentence was" : "sentences were"} left out for length.`;
  return `${kept.join("\n")}${left > 0 ? more : ""}`;
}

const brokenWords = {
  changed: "**the quotation was changed**",
  unfound: "**the quotation is in no source**",
  wrong: "**the quotation is somebody else's, or not to be quoted**",
  unproven: "the quotation cannot be checked",
  kept: "",
  own: "",
} as const;

function renderRow({ sentence, entry, broken }: LedgerRow, sources: readonly Place[]): string {
  const text = cleanInline(shorten(sentence.text)).replace(/[\s:]+$/, "");
  return `- L${sentence.firstLine}: ${text} — ${broken ? brokenWords[broken.state] : describeGround(entry, sources)}`;
}

function describeGround({ passages, isOwn, was = [] }: LedgerEntry, sources: readonly Place[]): string {
  if (passages.length > 0) return renderPlaces(passages, sources);
  if (was.length > 0) return `the author's own, edited from ${renderPlaces(was, sources)}`;
  return isOwn ? "the author's own" : "claims nothing";
}

function renderPlaces(passages: readonly Passage[], sources: readonly Place[]): string {
  return [...new Set(passages.map((passage) => renderPlace(passage, sources)))].join(", ");
}
