import { readMarkdown } from "../drafting/clean-markdown.ts";
import type { Claim, Draft } from "../drafting/draft.ts";
import type { Objection } from "../drafting/repair/objection.ts";
import type { Brief } from "../sources/brief.ts";
import { foldWords } from "../sources/fold-words.ts";
import type { Transcript } from "../sources/transcript.ts";
import { checkEach, judgeEach, readQuotation } from "./check-quotes.ts";
import { doubtClaims } from "./claims/check-claims.ts";
import { findQuotations, findQuotationsIn } from "./find-quotations.ts";
import { describePostLine, type Finding } from "./finding.ts";

/** So many words in a row are somebody's, and not by chance. */
const fewestWords = 3;

type Checked = Pick<Draft, "title" | "hook" | "angle" | "announcement" | "markdown" | "claims">;

/** A finding of a draft; where its writer could mend it, what to tell the writer. */
export type Examined = { readonly finding: Finding; readonly objection: Objection | null };

/**
 * Checks the quotations of all that a draft says: the post's body, and the title, hook, angle and announcement, which
 * are read by more people than the body. What the asker quotes is the asker's: it is a warning and no error. Then each
 * claim against the passages that it names, as warnings.
 */
export function checkDraft(draft: Checked, brief: Brief, transcripts: readonly Transcript[]): Finding[] {
  return examineDraft(draft, brief, transcripts).map(({ finding }) => finding);
}

/** The same, each finding with what to tell the writer. */
export function examineDraft(draft: Checked, brief: Brief, transcripts: readonly Transcript[]): Examined[] {
  const places: readonly [Exclude<Objection["at"], number>, string][] = [
    ["title", draft.title],
    ["hook", draft.hook],
    ["angle", draft.angle],
    ["announcement", draft.announcement.join("\n")],
  ];
  const asked = fold([brief.title, brief.hook, brief.angle, brief.notes].join("\n"));
  return [
    ...examineBody(draft.markdown, transcripts),
    ...places.flatMap(([place, text]) =>
      findQuotationsIn(text, 1).flatMap((quotation): Examined[] => {
        const [found] = checkEach([quotation], transcripts);
        if (!found) return [];
        const isAsked = beginsIn(asked, quotation.text);
        const finding = describe(found, place, isAsked);
        const objection = { at: place, about: quotation.text, message: finding.message };
        return [{ finding, objection: isAsked ? null : objection }];
      }),
    ),
    ...doubtClaims(draft.claims, transcripts, asked).map(({ claim, doubt }): Examined => {
      const line = findLine(claim.text, draft.markdown);
      const objection = { at: line ?? "announcement", about: claim.text, message: doubt.message } as const;
      return { finding: { ...doubt, place: describeLine(line) }, objection };
    }),
  ];
}

function examineBody(markdown: string, transcripts: readonly Transcript[]): Examined[] {
  const quotations = findQuotations(markdown).map(readQuotation);
  return judgeEach(quotations, transcripts).flatMap((finding, at): Examined[] => {
    const quotation = quotations[at];
    if (!finding || !quotation) return [];
    const objection = { at: quotation.line, about: quotation.text, message: finding.message };
    return [{ finding, objection }];
  });
}

/** Where a claim is to be found: one that the post does not hold stands in the announcement. */
export function locateClaim({ text }: Pick<Claim, "text">, { markdown }: Pick<Draft, "markdown">): string {
  return describeLine(findLine(text, markdown));
}

/** The line of the post that holds a claim, from 1. */
export function findLine(claim: string, markdown: string): number | null {
  const at = markdown.split("\n").findIndex((line) => fold(readMarkdown(line)).includes(fold(claim)));
  return at < 0 ? null : at + 1;
}

function describeLine(line: number | null): string {
  return line === null ? "announcement" : describePostLine(line);
}

/** A mark that the asker left open runs on into what is ours. */
function beginsIn(asked: string, quoted: string): boolean {
  const start = foldWords(quoted).slice(0, fewestWords);
  return start.length > 0 && asked.includes(` ${start.join(" ")} `);
}

function describe({ rule, message }: Finding, place: string, isAsked: boolean): Finding {
  if (!isAsked)
    return { rule, severity: "error", place, message: message.replace("in line 1", `in the ${place}`) };
  return {
    rule: "quotation-of-the-asker",
    severity: "warning",
    place,
    message: `The quotation in the ${place} comes from the issue and could not be found in a source: make sure of it, or leave out the quotation marks.`,
  };
}

function fold(text: string): string {
  return ` ${foldWords(text).join(" ")} `;
}
