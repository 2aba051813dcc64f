const fillers =
  /\b(?:you know|I mean|kind of|sort of|actually|basically|like|really|just|well|right)\b,?\s*/gi;
const people: readonly [RegExp, string][] = [
  [/\bI['’]m\b/g, "they are"],
  [/\bI['’]ve\b/g, "they have"],
  [/\bI['’]ll\b/g, "they will"],
  [/\bI['’]d\b/g, "they would"],
  [/\bI was\b/g, "they were"],
  [/\bI am\b/g, "they are"],
  [/\bI\b/g, "they"],
  [/\bmy\b/gi, "their"],
  [/\bme\b/gi, "them"],
  [/\bmyself\b/gi, "themselves"],
  [/\bwe['’]re\b/gi, "they are"],
  [/\bwe['’]ve\b/gi, "they have"],
  [/\bwe\b/gi, "they"],
  [/\bour\b/gi, "their"],
];
const contractions: readonly [RegExp, string][] = [
  [/\bcan['’]t\b/gi, "cannot"],
  [/\bwon['’]t\b/gi, "will not"],
  [/(\w)n['’]t\b/g, "$1 not"],
  [/\b(it|that|there|he|she)['’]s\b/gi, "$1 is"],
  [/\b(you|they)['’]re\b/gi, "$1 are"],
  [/\bgonna\b/gi, "going to"],
];
const digits: readonly [RegExp, string][] = [
  ...["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].map(
    (word, at): [RegExp, string] => [new RegExp(`\\b${word}\\b`, "gi"), String(at + 2)],
  ),
  [/\btwenty\b(?!-)/gi, "20"],
  [/\bthirty\b(?!-)/gi, "30"],
  [/ percent\b/gi, " %"],
];

/** A speaker's words as somebody else would report them: who says it, in the third person, without the fillers. */
export function paraphrase(speaker: string, words: string): string {
  const opened = words.replace(/^(?:(?:and|so|but|well|yeah|yes|okay)\b,?\s+)+/i, "");
  const changed = [...contractions, ...people, ...digits].reduce(
    (text, [from, to]) => text.replace(from, to),
    opened.replace(fillers, ""),
  );
  return `${speaker} said that ${/^(?:\p{Lu}\p{Lu}|\p{Lu}\p{L}+ \p{Lu})/u.test(changed) ? changed : lowerFirst(changed)}`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
