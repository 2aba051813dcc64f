const word = /[\p{L}\p{M}\p{N}]+(?:['’ʼ‘][\p{L}\p{M}\p{N}]+)*|[$€£%]/gu;
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}]/gu;

/**
 * Counts the words of a line between two offsets, which may be asked for thousands of times: the line is read once.
 * A word that an apostrophe joins is one, unless the offset lies behind it. Scripts that put no space between words are
 * counted at two characters a word.
 */
export function createWordCounter(line: string): (from: number, to: number) => number {
  const starts: number[] = [];
  const counted: number[] = [0];
  for (const { index, 0: written } of line.matchAll(word)) {
    starts.push(index);
    const weight = Math.max(1, Math.ceil((written.match(unspaced)?.length ?? 0) / 2));
    counted.push((counted.at(-1) ?? 0) + weight);
  }
  return (from, to) => {
    const [first, last] = [findFirst(starts, from), findFirst(starts, to)];
    const isCut = starts[first] !== from && /^['’ʼ‘]?[\p{L}\p{N}]/u.test(line.slice(from, from + 4));
    const begins = starts[first] === from || starts[first] === from + 1;
    return (counted[last] ?? 0) - (counted[first] ?? 0) + (isCut && !begins ? 1 : 0);
  };
}

/** The place of the first offset that is not below another, found by halves. */
function findFirst(offsets: readonly number[], wanted: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
