/** How surely a mark closes a quotation: `likely` and `maybe` may as well be the apostrophe of a plural. */
export type Closing = "sure" | "likely" | "maybe";

/** A mark that is a quotation mark or an apostrophe, by where it stands. */
export type SingleMark = {
  readonly at: number;
  /** `maybe`: it may as well stand for letters left out, as in 'em and '90s. */
  readonly opens: "sure" | "maybe" | null;
  readonly closes: Closing | null;
};

/** All that people and programs write for a single quotation mark, or for an apostrophe. */
const single = /['‘’‛＇`´ʹʻʼʽʾʿˈˊˋ˴′‵΄᾽᾿՚՛Ꞌꞌ❛❜]/gu;
const elided = new Set(
  "em n til till twas tis twere twill twixt tween cause cos coz cuz bout round nother kay sup hood fore fraid gainst neath nuff scuse specially s t d ll re ve m er im".split(
    " ",
  ),
);
/** Words whose end is left out: talkin', ol', an'; and what French and Italian put before a vowel. */
const cutShort = /(?:\p{L}in|\b(?:o|ol|an|th|lil|mo|n|wi|fo|t|po|d|l|y|e|un|all|dell))$/iu;
const contraction = /^(?:re|ve|ll|nt|em|all|am|er|[\p{L}])(?![\p{L}])/iu;

/** What stands further away does not tell what a mark is; looked through for each mark it takes its time. */
const nearCharacters = 40;

/** The single marks of a line that are no plain apostrophes inside of a word. */
export function listSingleMarks(line: string): SingleMark[] {
  // Some of them are letters for Unicode: looked at as one and the same mark, they are none.
  const plain = line.replace(single, "'");
  const first = plain.search(/\S/u);
  return [...plain.matchAll(/'/g)].flatMap(({ index: at }) => {
    const before = plain.slice(Math.max(0, at - nearCharacters), at);
    const mark = judge(before, plain.slice(at + 1, at + 1 + nearCharacters), at === first);
    return mark ? [{ at, ...mark }] : [];
  });
}

function judge(before: string, after: string, isFirst: boolean): Omit<SingleMark, "at"> | null {
  const word = /[\p{L}\p{M}\p{N}]+$/u.exec(before)?.[0] ?? "";
  const next = /^[\p{L}\p{M}\p{N}]+/u.exec(after)?.[0] ?? "";
  if (word !== "" && next !== "") return judgeInside(word, after);
  const isSpaced = /(?:^|\s)$/u.test(before);
  if (next !== "") {
    const opens = elided.has(next.toLowerCase()) || /^\p{N}/u.test(next) ? "maybe" : "sure";
    return { opens, closes: /[.,;!?…]$/u.test(before) ? "sure" : null };
  }
  if (!isSpaced) return { opens: null, closes: judgeEnd(word, after) };
  if (/\p{N}\s$/u.test(before)) return null;
  // Alone between spaces, or before a bracket, a dash, three dots: either of both.
  return { opens: "sure", closes: isFirst ? null : "sure" };
}

/** An apostrophe, unless what follows is too much of a word: said'we lied. */
function judgeInside(word: string, after: string): Omit<SingleMark, "at"> | null {
  return word.length < 4 || contraction.test(after) ? null : { opens: "maybe", closes: null };
}

function judgeEnd(word: string, after: string): Closing {
  if (/\p{N}$/u.test(word)) return "maybe";
  if (!/(?:[sxz]|ce)$/iu.test(word) && !cutShort.test(word)) return "sure";
  return /^(?:[.,;:!?…)]|$)/u.test(after) ? "likely" : "maybe";
}
