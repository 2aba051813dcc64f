import { foldLetters } from "./fold-letters.ts";

const maxCharacters = 60;
const maxWords = 8;
const smallWords = new Set(
  "a an the and or of to in on at by for with as from is are was were be been it its this that these those".split(
    " ",
  ),
);
/** The post's slug: 2 to 8 words of the title in their order, small words left out, cut at a word. */
export function makeSlug(title: string): string {
  const words = foldToAscii(title).match(/[a-z0-9]+/g) ?? [];
  const salient = words.filter((word) => !smallWords.has(word));
  const chosen: string[] = [];
  for (const word of (salient.length >= 2 ? salient : words).slice(0, maxWords)) {
    if ([...chosen, word].join("-").length > maxCharacters) break;
    chosen.push(word);
  }
  return chosen.join("-") || words[0]?.slice(0, maxCharacters) || "post";
}

/** A proposed slug where it is 2 to 8 words of the title in their order, otherwise one made from the title. */
export function chooseSlug(proposed: string, title: string): string {
  const words = proposed.trim().split("-");
  const ofTitle: readonly string[] = foldToAscii(title).match(/[a-z0-9]+/g) ?? [];
  let from = 0;
  const isOfTitle = words.every((word) => {
    const at = ofTitle.indexOf(word, from);
    from = at + 1;
    return at >= 0;
  });
  const fits = words.length >= 2 && words.length <= maxWords && proposed.trim().length <= maxCharacters;
  return fits && isOfTitle ? words.join("-") : makeSlug(title);
}

function foldToAscii(text: string): string {
  return foldLetters(text.replace(/['’]/g, ""));
}
