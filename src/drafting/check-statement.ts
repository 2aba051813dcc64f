import { foldWords } from "../sources/fold-words.ts";
import { dropHiddenCharacters } from "./clean-markdown.ts";
import { findAddresses } from "./find-addresses.ts";
import { dropQuotationMarks, findLongQuoted } from "./find-quoted.ts";

const address = /\b(?:https?|ftp|javascript|data|vbscript):\S|\bwww\.\S/iu;

const tag = /<\/?[a-z][^<]*>|<!--|<[!?]/iu;
/** Liquid, Nunjucks, Hugo, ERB, JavaScript. */
const template = /\{[{%#<]|[%#}]\}|<%|%>|[$#]\{/;
/** With or without the semicolon, as browsers read the old ones. */
const entity = /&(?:#x?[0-9a-f]{1,7}|[a-z][a-z0-9]{1,30}(?=;)|(?:quot|[lr]aquo|[lg]t|amp)\b)/iu;

/** What is wrong with a sentence that a model wrote; in words for the model. */
export type StatementProblem = "quotation" | "speech" | "address" | "markup" | "template" | "empty";

export const problemSentences: Readonly<Record<StatementProblem, string>> = {
  quotation:
    "puts words in quotation marks; say it in your own words without the marks, or give the passage's number as `quote`",
  speech:
    "gives somebody's words as if they were quoted; say it in your own words, or give the passage's number as `quote`",
  address: "holds a web address or a mention with an at sign; leave it out",
  markup: "holds an HTML tag or entity; leave it out",
  template: "holds template code of a site generator; leave it out",
  empty: "holds no words",
};

/** A sentence as it can stand, or why it cannot. */
export type Statement = { readonly text: string } | { readonly problem: StatementProblem };

/**
 * What a model wrote, as plain words on one line, or the reason why it cannot stand. Quotation marks around a
 * term of a few words are taken off; around more they would be a quotation that nobody can vouch for. An address
 * without a scheme, or a mention, may stand where it is known. `isSpeech` knows a quotation without marks.
 */
export function checkStatement(
  written: string,
  isKnown: (address: string) => boolean = () => false,
  isSpeech: (text: string) => boolean = () => false,
): Statement {
  const line = dropHiddenCharacters(written)
    .replace(/\s+/gu, " ")
    .replace(/(`+|\*\*)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .trim();
  if (findLongQuoted(line).length > 0) return { problem: "quotation" };
  // What was taken away may join what stood around it to something else: the text that is used is looked at.
  const text = dropQuotationMarks(line).replace(/\s+/gu, " ").trim();
  if (address.test(text) || !findAddresses(text).every(isKnown)) return { problem: "address" };
  if (tag.test(text) || entity.test(text)) return { problem: "markup" };
  if (template.test(text)) return { problem: "template" };
  if (isSpeech(text)) return { problem: "speech" };
  return foldWords(text).length === 0 ? { problem: "empty" } : { text };
}
