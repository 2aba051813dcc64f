import type { Doubt } from "./check-numbers.ts";
import type { Evidence } from "./cite-evidence.ts";
import type { Token } from "./read-tokens.ts";

const months = "january february march april may june july august september october november december".split(
  " ",
);
const days = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const relative = "today tomorrow yesterday tonight".split(" ");
const isAlsoWord = new Set(["may", "march"]);

/** The months, weekdays and words such as "tomorrow" of a claim that nobody says in the passages or around them. */
export function checkDates(claim: readonly Token[], { around }: Evidence): Doubt[] {
  const said = new Set(around.flatMap(({ tokens }) => tokens.flatMap((token) => dateOf(token, false) ?? [])));
  const dates = claim.flatMap((token, at) => {
    const date = dateOf(token, true);
    return date === null ? [] : [{ at, date }];
  });
  return dates.flatMap(({ at, date }, index) => (said.has(date) ? [] : [{ at, nth: index + 1 }]));
}

/** The day or month that a word names; short forms too. */
export function dateOf({ word, isName }: Token, mustBeName: boolean): string | null {
  if (relative.includes(word)) return word;
  if (mustBeName && !isName && isAlsoWord.has(word)) return null;
  const plain = word.replace(/s$/, "");
  const short = isName && word.length >= 3 && word.length <= 5;
  const isSame = (full: string) => full === word || full === plain || (short && full.startsWith(word));
  return [...months, ...days].find(isSame) ?? null;
}
