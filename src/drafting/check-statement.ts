import { foldWords } from "../sources/fold-words.ts";
import { dropHiddenCharacters } from "./clean-markdown.ts";

/** From this many words on, words in quotation marks are somebody's words, and must be a reference. */
const minQuotedWords = 4;
const openMarks = '“„‟«"＂″〝「『❝';
const doubleMarks = `${openMarks}”»〞〟」』❞`;
const anyMark = new RegExp(`[${doubleMarks}]`, "gu");
const between = new RegExp(`[${doubleMarks}]([^${doubleMarks}]*)(?:[${doubleMarks}]|$)`, "gu");
const single = /(?<![\p{L}\p{N}])['‘‚‛‹]([^\n]*?)['’‛›](?![\p{L}\p{N}])/gu;
const address = /\b(?:https?|ftp|javascript|data|vbscript):\S|\bwww\.\S/iu;

const tag = /<\/?[a-z][^<]*>|<!--|<[!?]/iu;

/** What is wrong with a sentence that a model wrote; in words for the model. */
export type StatementProblem = "quotation" | "address" | "markup" | "empty";

export const problemSentences: Readonly<Record<StatementProblem, string>> = {
  quotation:
    "puts words in quotation marks; say it in your own words without the marks, or give the passage's number as `quote`",
  address: "holds a web address; leave it out",
  markup: "holds an HTML tag; leave it out",
  empty: "holds no words",
};

/**
 * What a model wrote, as plain words on one line, or the reason why it cannot stand. Quotation marks around a
 * term of a few words are taken off; around more they would be a quotation that nobody can vouch for.
 */
export function checkStatement(
  written: string,
): { readonly text: string } | { readonly problem: StatementProblem } {
  const line = dropHiddenCharacters(written).replace(/\s+/gu, " ").trim();
  if (holdsQuotation(line)) return { problem: "quotation" };
  if (address.test(line)) return { problem: "address" };
  if (tag.test(line)) return { problem: "markup" };
  const text = line
    .replace(anyMark, "")
    .replace(/(`+|\*\*)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/\s+/gu, " ")
    .trim();
  return foldWords(text).length === 0 ? { problem: "empty" } : { text };
}

function holdsQuotation(line: string): boolean {
  const quoted = [...line.matchAll(between), ...line.matchAll(single)];
  const closesOnly = new RegExp(`^([^${doubleMarks}]*)[”»〞〟」』❞]`, "u").exec(line);
  return [...quoted, ...(closesOnly ? [closesOnly] : [])].some(
    ([, words = ""]) => foldWords(words).length >= minQuotedWords,
  );
}
