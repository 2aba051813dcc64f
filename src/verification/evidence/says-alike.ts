import { isDictionaryWord, lookUpName } from "../names/lexicon.ts";
import { isSmallWord } from "../names/small-words.ts";
import { countsAlike } from "./compare-words.ts";

/** Words of which one in the place of the other makes another statement; by their stems. */
const opposites: ReadonlyMap<string, string> = new Map(
  `increas decreas,rise fall,rose fell,grew shrank,grow shrink,gain los,won lost,win lose,more less,more fewer,most least,
  higher lower,faster slower,better worse,best worst,before after,first last,always sometimes,up down,above below,cheap
  expensive,early late,earlier later,easier harder,buy sell,bought sold,hired fired,accept refus,agre disagre,succe fail,
  true false,right wrong,open clos,start stop,began ended,all some,everybody some,high low,good bad`
    .split(/,\s*/)
    .flatMap((pair): [string, string][] => {
      const [one = "", other = ""] = pair.split(/\s+/);
      return [
        [one, other],
        [other, one],
      ];
    }),
);

/**
 * Whether an edited sentence may still say what the former one said: it counts and denies alike, names nobody whom the
 * former one did not name, and has no word for its opposite. Words of one sentence like those of another prove nothing.
 */
export function saysAlike(words: readonly string[], former: readonly string[]): boolean {
  const there = new Set(former);
  const here = new Set(words);
  const added = words.filter((word) => !there.has(word));
  const gone = former.filter((word) => !here.has(word));
  return countsAlike(words, former) && !added.some(isName) && !added.some((word) => isTurned(word, gone));
}

function isName(word: string): boolean {
  if (isSmallWord(word) || word.length < 2) return false;
  return lookUpName(word) !== undefined || !isDictionaryWord(word);
}

function isTurned(word: string, gone: readonly string[]): boolean {
  const opposite = opposites.get(word) ?? opposites.get(stem(word));
  return opposite !== undefined && gone.some((one) => one === opposite || stem(one) === opposite);
}

function stem(word: string): string {
  return word.replace(/(?:eed(?:s|ed|ing)?|ed?|es?|s|ing)$/, "");
}
