const fillers =
  /(?<![\p{L}\p{N}'-])(?:uh|um|uhm|mm|hmm|mm-hmm|uh-huh|erm|er|ah|oh)(?![\p{L}\p{N}'-])[,.]?/giu;
const asides = /,?\s*\b(?:you know|i mean|sort of|kind of)\b,?/gi;
const repeatedWord = /\b([\p{L}']{1,30})(?:,?\s+\1\b)+/giu;
const repeatedPair = /\b([\p{L}']{1,30}\s[\p{L}']{1,30})(?:,?\s+\1\b)+/giu;
const openers = /^(?:\s*\b(?:yeah|okay|ok|well|so|right|yes|no|and|but|alright|like)\b[,. ]*)+/i;

/**
 * A sentence without its fillers, false starts and the words by which speech begins; nothing else changes. For
 * summaries and paraphrase only: a quotation keeps all its words.
 */
export function shortenSentence(text: string): string {
  const short = text
    .replace(fillers, " ")
    .replace(asides, " ")
    .replace(repeatedWord, "$1")
    .replace(repeatedPair, "$1")
    .replace(/^[\s,.;-]+/, "")
    .replace(openers, "")
    .replace(/\s+([.,!?;])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return short.charAt(0).toUpperCase() + short.slice(1);
}
