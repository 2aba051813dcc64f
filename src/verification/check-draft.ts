import { readMarkdown } from "../drafting/clean-markdown.ts";
import type { Draft } from "../drafting/draft.ts";
import { findLongQuoted } from "../drafting/find-quoted.ts";
import type { Brief } from "../sources/brief.ts";
import { foldWords } from "../sources/fold-words.ts";
import type { Transcript } from "../sources/transcript.ts";
import { checkClaims } from "./check-claims.ts";
import { checkEach, checkQuotes } from "./check-quotes.ts";
import type { Quotation } from "./find-quotations.ts";
import type { Finding } from "./finding.ts";

/** So many words in a row are somebody's, and not by chance. */
const fewestWords = 3;

type Checked = Pick<Draft, "title" | "hook" | "angle" | "announcement" | "markdown" | "claims">;

/**
 * Checks the quotations of all that a draft says: the post's body, and the title, hook, angle and announcement, which
 * are read by more people than the body. What the asker quotes is the asker's: it is a warning and no error. Then each
 * claim against the passages that it names, as warnings.
 */
export function checkDraft(draft: Checked, brief: Brief, transcripts: readonly Transcript[]): Finding[] {
  const places: readonly [string, string][] = [
    ["title", draft.title],
    ["hook", draft.hook],
    ["angle", draft.angle],
    ["announcement", draft.announcement.join("\n")],
  ];
  const asked = fold([brief.title, brief.hook, brief.angle, brief.notes].join("\n"));
  return [
    ...checkQuotes(draft.markdown, transcripts),
    ...places.flatMap(([place, text]) =>
      findQuotationsIn(text).flatMap((quotation) => {
        const [finding] = checkEach([quotation], transcripts);
        return finding ? [describe(finding, place, beginsIn(asked, quotation.text))] : [];
      }),
    ),
    ...checkClaims(draft.claims, transcripts, { known: asked, locate: ({ text }) => locate(text, draft) }),
  ];
}

/** The line of the post that holds a claim; a claim that the post does not hold stands in the announcement. */
function locate(claim: string, { markdown }: Checked): string {
  const at = markdown.split("\n").findIndex((line) => fold(readMarkdown(line)).includes(fold(claim)));
  return at < 0 ? "announcement" : `post, line ${at + 1}`;
}

/** A mark that the asker left open runs on into what is ours. */
function beginsIn(asked: string, quoted: string): boolean {
  const start = foldWords(quoted).slice(0, fewestWords);
  return start.length > 0 && asked.includes(` ${start.join(" ")} `);
}

/** In plain words, where a term of a few words is none. */
function findQuotationsIn(text: string): Quotation[] {
  return findLongQuoted(text).map(({ words, from, to }) => ({
    form: "inline",
    text: words,
    line: 1,
    attribution: null,
    before: text.slice(0, from),
    after: text.slice(to),
  }));
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
