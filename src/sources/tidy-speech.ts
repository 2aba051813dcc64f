/** Sounds that fill a pause, with the comma that they bring along. */
const fillers =
  /(?<![\p{L}\p{M}\p{N}'’-])(?:uh|um|uhm|erm|er|hmm|mhm|mm-hmm|uh-huh|ähm|äh|euh|eh)(?:[,…]|\.{3})?(?![\p{L}\p{M}\p{N}'’-])/giu;
/** Phrases that fill one, where commas set them off. */
const asides = /,\s(?:you know|I mean|sort of|kind of|like|right|okay),(?=\s)/giu;
const openings = /^(?:(?:so|well|yeah|okay|right|like|you know|I mean),\s)+(?=\S)/iu;
/** A word broken off: `th- the`, `restor— restore`. */
const broken = /(?<![\p{L}\p{N}])\p{L}{1,12}(?:-|—|--)(?=\s|,)[,\s]*/gu;
/** Doubled words are a stutter, unless they mean more that way: `had had`, `very very`. */
const doubled = /(?<![\p{L}\p{N}'’-])(\p{L}+(?:['’]\p{L}+)?)(?:,?\s+\1)+(?![\p{L}\p{N}'’-])/giu;
const meant = new Set("had that very really much many so no yes bye ha blah".split(" "));
/** The sentence begins again with the same two or three words: `we were, we were late`. */
const restart = /(?<![\p{L}\p{N}'’-])((?:[\p{L}'’]+\s){1,3}[\p{L}'’]+),?\s+\1(?![\p{L}\p{N}'’-])/giu;
/** What a transcriber notes about the sound. */
const notes =
  /\[[^\]\n]{1,60}\]|\((?:inaudible|unintelligible|crosstalk|laugh\w*|chuckl\w*|applause|music)[^)\n]{0,40}\)|[♪♫]/giu;

/**
 * What somebody said without the noise of speaking: fillers, stutters, false starts, notes about the sound. No
 * word that stays is changed and none is added, so it may be told in other words or summed up; it is no longer
 * word for word, so it never stands between quotation marks.
 */
export function tidySpeech(text: string): string {
  const steps: readonly ((text: string) => string)[] = [
    (said) => said.replace(notes, " "),
    (said) => said.replace(fillers, " "),
    (said) => said.replace(broken, ""),
    (said) => said.replace(asides, ""),
    (said) => said.replace(doubled, (whole, word: string) => (meant.has(word.toLowerCase()) ? whole : word)),
    (said) => said.replace(restart, "$1"),
  ];
  const tidied = steps.reduce((said, step) => tidySpaces(step(said)), text);
  const opened = tidied.replace(openings, "");
  return opened === "" ? tidied : keepCapital(opened, text);
}

function tidySpaces(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/\s+(?=[,.;:!?…])/gu, "")
    .replace(/(?<=[,;:])[,;:]+/gu, "")
    .replace(/^[\s,;:.…]+/u, "")
    .replace(/,(?=[.!?])/gu, "")
    .trim();
}

/** A sentence that began with a capital still does. */
function keepCapital(text: string, before: string): string {
  return /^\P{L}*\p{Lu}/u.test(before) ? text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : text;
}
