/** How much two runs of words have in common in the same order: 0 for nothing, 1 for the same. */
export function measureLikeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  return (2 * countCommon(one, other)) / (one.length + other.length);
}

/** The length of the longest common subsequence. */
function countCommon(one: readonly string[], other: readonly string[]): number {
  let above = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const row = [0];
    other.forEach((candidate, at) => {
      row.push(candidate === word ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
    });
    above = row;
  }
  return above.at(-1) ?? 0;
}

/** Where a run of words stands in another, one after the other; -1 when it does not. */
export function findRun(words: readonly string[], run: readonly string[], from = 0): number {
  const [first] = run;
  if (first === undefined) return from <= words.length ? from : -1;
  for (let at = words.indexOf(first, from); at >= 0; at = words.indexOf(first, at + 1))
    if (run.every((word, index) => words[at + index] === word)) return at;
  return -1;
}

const numberWords = new Set(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half quarter twice double triple dozen".split(
    " ",
  ),
);
/** Apostrophes are folded away: "wasn't" is "wasnt". */
const denials = new Set(
  "no not never nobody none nothing nowhere neither nor without cannot hardly barely dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt cant couldnt shouldnt mustnt neednt aint".split(
    " ",
  ),
);

/**
 * Whether two runs of words count and deny alike: a changed number, or a "not" more or less, is a small edit that
 * makes another statement.
 */
export function countsAlike(one: readonly string[], other: readonly string[]): boolean {
  const numbers = (words: readonly string[]) => words.filter(isNumber).sort().join(" ");
  return deniesAlike(one, other) && numbers(one) === numbers(other);
}

/** Whether they deny as often. */
export function deniesAlike(one: readonly string[], other: readonly string[]): boolean {
  const count = (words: readonly string[]) => words.filter((word) => denials.has(word)).length;
  return count(one) === count(other);
}

function isNumber(word: string): boolean {
  return /\p{N}|[$€£%]/u.test(word) || numberWords.has(word);
}
