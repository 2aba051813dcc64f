import type { Token } from "./read-tokens.ts";

/** A quantity in a text: where it stands among the tokens, its value, and what is counted. */
export type Quantity = {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly unit: "percent" | "money" | "time" | null;
  readonly isOrdinal: boolean;
  /** "about 40", "more than 40", "40-odd". */
  readonly isRough: boolean;
};

const small = listed(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  (at) => at,
);
const tens = listed("twenty thirty forty fifty sixty seventy eighty ninety", (at) => 20 + 10 * at);
const ordinals = listed(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
  (at) => at + 1,
);
const scales = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["k", 1e3],
  ["million", 1e6],
  ["m", 1e6],
  ["billion", 1e9],
  ["bn", 1e9],
  ["trillion", 1e12],
]);
const rough = new Set(
  "about around roughly nearly almost approximately over some circa under than least most up close".split(
    " ",
  ),
);

/** The numbers of a text: digits and words alike, with their scale, unit and order. "One" alone is none. */
export function readNumbers(tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; ) {
    const read = readValue(tokens, at);
    if (read === null) {
      at++;
      continue;
    }
    const before = tokens[at - 1]?.word ?? "";
    const after = tokens[read.to]?.word ?? "";
    const isRough =
      rough.has(before) || rough.has(tokens[at - 2]?.word ?? "") || /^(?:ish|odd|plus)$/.test(after);
    found.push({ ...read, from: at, unit: read.isTime ? "time" : unitOf(before, after), isRough });
    at = read.to;
  }
  return found;
}

type Read = {
  readonly value: number;
  readonly to: number;
  readonly isOrdinal: boolean;
  readonly isTime: boolean;
};

function readValue(tokens: readonly Token[], at: number): Read | null {
  const word = tokens[at]?.word ?? "";
  const ordinal = ordinals.get(word);
  if (ordinal !== undefined) return { value: ordinal, to: at + 1, isOrdinal: true, isTime: false };
  if (/^\d/.test(word)) return readDigits(tokens, at, word);
  if (word === "half") return scaled(tokens, at + 1, 0.5);
  if (word === "dozen") return { value: 12, to: at + 1, isOrdinal: false, isTime: false };
  return readSpelled(tokens, at);
}

function readDigits(tokens: readonly Token[], at: number, word: string): Read {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(word) ?? [];
  if (hours !== undefined)
    return {
      value: ((Number(hours) % 12) * 60 + Number(minutes)) / 60,
      to: at + 1,
      isOrdinal: false,
      isTime: true,
    };
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(word)
    ? word.replaceAll(",", "")
    : word.replace(",", ".");
  const value = Number.parseFloat(plain);
  if (/^(?:st|nd|rd|th)$/.test(tokens[at + 1]?.word ?? ""))
    return { value, to: at + 2, isOrdinal: true, isTime: false };
  return scaled(tokens, at + 1, value);
}

/** "two hundred and fifty thousand", "twenty-five", "twenty twenty-six", "two and a half million". */
function readSpelled(tokens: readonly Token[], start: number): Read | null {
  let at = start;
  let total = 0;
  let part = 0;
  let last = Number.POSITIVE_INFINITY;
  for (; at < tokens.length; at++) {
    const word = tokens[at]?.word ?? "";
    const value = small.get(word) ?? tens.get(word);
    const scale = scales.get(word);
    if (value !== undefined) {
      const isYear = part >= 10 && part <= 20 && total === 0 && tens.has(word);
      if (isYear) part *= 100;
      else if (at > start && last <= (value >= 10 ? 99 : 9)) break;
      part += value;
      last = value >= 20 ? 10 : value;
    } else if (scale !== undefined && at > start && word.length > 2) {
      if (scale === 100) part = (part || 1) * 100;
      else [total, part] = [total + (part || 1) * scale, 0];
      last = Number.POSITIVE_INFINITY;
    } else if (word !== "and" || last !== Number.POSITIVE_INFINITY || !isSmall(tokens[at + 1])) break;
  }
  if (at === start || (at === start + 1 && tokens[start]?.word === "one")) return null;
  return halved(tokens, at, total + part);
}

function isSmall(token: Token | undefined): boolean {
  return token !== undefined && (small.has(token.word) || tens.has(token.word));
}

function halved(tokens: readonly Token[], at: number, value: number): Read {
  const isHalved = ["and", "a", "half"].every((word, index) => tokens[at + index]?.word === word);
  return isHalved ? scaled(tokens, at + 3, value + 0.5) : { value, to: at, isOrdinal: false, isTime: false };
}

function scaled(tokens: readonly Token[], at: number, value: number): Read {
  const skip = /^an?$/.test(tokens[at]?.word ?? "") && value === 0.5 ? 1 : 0;
  const scale = scales.get(tokens[at + skip]?.word ?? "");
  return scale === undefined
    ? { value, to: at, isOrdinal: false, isTime: false }
    : { value: value * scale, to: at + skip + 1, isOrdinal: false, isTime: false };
}

function unitOf(before: string, after: string): Quantity["unit"] {
  if (after === "%") return "percent";
  return /^[$€£]$/.test(before) || /^[$€£]$/.test(after) ? "money" : null;
}

function listed(words: string, value: (at: number) => number): ReadonlyMap<string, number> {
  return new Map(words.split(" ").map((word, at) => [word, value(at)]));
}

/** Whether a claim may say `claimed` where the source says `said`: the same, or rounded as people round. */
export function agrees(claimed: Quantity, said: Quantity): boolean {
  const [a, b] = [asShare(claimed), asShare(said)];
  // Speech leaves units away: "forty, fifty percent".
  if (a === b || claimed.value === said.value) return true;
  if (claimed.unit === "time" || said.unit === "time") return false;
  const off = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
  return off <= (claimed.isRough || said.isRough ? 0.1 : isRounded(a, b) ? 0.02 : 0);
}

/** 0.5 of something is 50 % of it. */
function asShare({ value, unit }: Quantity): number {
  return unit === "percent" ? value / 100 : value;
}

/** The claim has fewer digits than the source. */
function isRounded(claimed: number, said: number): boolean {
  return digits(claimed) < digits(said) && digits(claimed) >= 1 && Math.abs(said) >= 0.1 && !isYear(said);
}

function digits(value: number): number {
  return String(value).replace(/^0?\.0*|0+$|\./g, "").length;
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value > 1900 && value < 2100;
}
