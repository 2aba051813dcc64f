import { createHash } from "node:crypto";
import { foldLetters } from "../../drafting/fold-letters.ts";
import type { DetailKind } from "../names/find-details.ts";

/** The words of a text as they are compared: without case, accents and possessives, hyphens taken for spaces. */
export function foldName(text: string): string[] {
  return foldLetters(text.normalize("NFKD"))
    .replaceAll(/['’]s(?![\p{L}\p{N}])/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/**
 * A figure in the one form in which all its ways of writing are the same: `$1.2 million`, `1,200,000 dollars` and
 * `one point two million dollars`; `li dot na at brellow dot com` and `Li.Na@brellow.com`.
 */
export function foldFigure(kind: DetailKind, text: string): string {
  const lower = text.toLowerCase().replaceAll(/\s+/g, " ").trim();
  if (kind === "email") return lower.replaceAll(" dot ", ".").replaceAll(" at ", "@");
  if (kind === "url")
    return lower
      .replace(/^https?:\/\//, "")
      .replace(/^www\./, "")
      .replace(/\/+$/, "");
  // Its end is the same with and without the numbers of country and exchange.
  if (kind === "phone") return `digits ${lower.replaceAll(/\D/g, "").replace(/^0+/, "").slice(-8)}`;
  const amount = readAmount(lower);
  return amount === null ? foldName(lower).join(" ") : `amount ${amount}`;
}

const scales: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 100,
    k: 1e3,
    thousand: 1e3,
    grand: 1e3,
    tsd: 1e3,
    m: 1e6,
    mn: 1e6,
    mio: 1e6,
    million: 1e6,
    b: 1e9,
    bn: 1e9,
    mrd: 1e9,
    billion: 1e9,
    trillion: 1e12,
  }),
);
const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** The number that a text in lower case writes, in digits or in English words; null when it is none. */
export function readAmount(text: string): number | null {
  const digits = /\d(?:[\d.,'’\u202f ]*\d)?/.exec(text);
  if (!digits) return readSpelled(text.split(/[\s-]+/));
  const scale = /^\s?([a-z]+)/.exec(text.slice(digits.index + digits[0].length))?.[1] ?? "";
  return readDigits(digits[0]) * (scales.get(scale) ?? 1);
}

/** One mark with three digits behind it, or the same mark twice, sets thousands apart; else the last begins a fraction. */
function readDigits(text: string): number {
  const plain = text.replaceAll(/['’\u202f ]/g, "");
  const marks = plain.match(/[.,]/g) ?? [];
  const behind = plain.length - Math.max(plain.lastIndexOf("."), plain.lastIndexOf(",")) - 1;
  const isGrouped = marks.length === 0 || (behind === 3 && new Set(marks).size === 1);
  if (isGrouped) return Number(plain.replaceAll(/[.,]/g, ""));
  const cut = plain.length - behind - 1;
  return Number(`${plain.slice(0, cut).replaceAll(/[.,]/g, "")}.${plain.slice(cut + 1)}`);
}

function readSpelled(words: readonly string[]): number | null {
  let total = 0;
  let part = 0;
  let fraction = 0;
  let hasNumber: boolean = false;
  for (const word of words) {
    const unit: number = word === "a" || word === "an" ? (hasNumber ? -1 : 1) : small.indexOf(word);
    const ten = tens.indexOf(word);
    const scale = scales.get(word);
    if (word === "point") fraction = 0.1;
    else if (word === "half") part += 0.5;
    else if (fraction > 0 && unit >= 0 && unit < 10) {
      part += unit * fraction;
      fraction /= 10;
    } else if (unit >= 0) part += unit;
    else if (ten >= 0) part += (ten + 2) * 10;
    else if (scale === 100) part = (part || 1) * 100;
    else if (scale !== undefined && word.length > 2) {
      total += (part || 1) * scale;
      part = 0;
      fraction = 0;
    } else continue;
    hasNumber ||= word === "half" || unit >= 0 || ten >= 0 || scale !== undefined;
  }
  return hasNumber ? Math.round((total + part) * 1000) / 1000 : null;
}

/** What is kept of a value: nobody reads it back, and the same value of two repositories is not the same. */
export function hashValue(repositoryId: string, value: string): string {
  return createHash("sha256")
    .update(`galley confidential\n${repositoryId}\n${value}`)
    .digest("hex")
    .slice(0, 32);
}
