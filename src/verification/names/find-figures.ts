/** Something in a text that can be told by its form alone, in UTF-16 offsets. */
export type FigureSpan = {
  readonly start: number;
  readonly end: number;
  readonly kind: "email" | "url" | "phone" | "money" | "number";
};

const scale = String.raw`(?:\s?(?:thousand|million|billion|trillion|hundred|grand|mio|mrd|tsd|bn|mn|[kmb])\b)`;
const symbol = String.raw`(?:[A-Z]{0,2}[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|INR|SEK|NOK|DKK)\b)`;
const currency = `(?:dollars?|euros?|pounds?(?: sterling)?|bucks|cents?|francs?|yen|rupees?|grand|USD|EUR|GBP|CHF|JPY|CAD|AUD|[$€£¥₹])`;
const digit = `(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)`;
const spelled = String.raw`(?:(?:an?|half an?|a couple of|${digit})(?:[\s-]+(?:and|a|half|point|hundred|thousand|million|billion|${digit})){0,8})`;
/** A number in words that is no idiom: `eighty thousand`, not `a million`. */
export const spelledNumber = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:half an?|(?:an?\s)?${digit}|an? hundred)(?:[\s-]+(?:and|a|half|point|hundred|thousand|million|billion|${digit})){1,8}(?![\p{L}\p{N}-])`,
  "giu",
);
const amount = String.raw`\d(?:[\d.,'’\u202f]{0,30}\d)?`;

/** In the order in which they are tried: what lies inside of a longer one is not found again. */
const forms: readonly (readonly [FigureSpan["kind"], RegExp])[] = [
  ["email", /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu],
  // Said aloud, and written down as it was said.
  [
    "email",
    /\b[\w.+-]{1,64}(?: dot [\w+-]{1,64}){0,3} at [\w-]{1,63}(?: dot [\w-]{1,63}){0,2} dot (?:com|org|net|io|dev|edu|gov|co|de|uk|eu|ai|app)\b/giu,
  ],
  ["url", /\b(?:https?:\/\/|www\.)[^\s<>"'”’)\]]*[^\s<>"'”’)\].,;:!?]/giu],
  [
    "url",
    /\b(?:[a-z\d][a-z\d-]{0,62}\.){1,6}(?:com|org|net|io|dev|edu|gov|co|de|uk|eu|ai|app|info|biz|fr|ch|at|nl|us|me|tv|ly)(?:\/[^\s<>"'”’)\]]*[^\s<>"'”’)\].,;:!?])?(?![\p{L}\p{N}-])/giu,
  ],
  ["number", /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]){11,30}\b/gu],
  ["number", /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\.?\d)|\b(?:[\da-f]{1,4}:){4,7}[\da-f]{1,4}\b/giu],
  ["money", new RegExp(String.raw`${symbol}\s?${amount}${scale}?`, "gu")],
  [
    "money",
    new RegExp(String.raw`\b${amount}${scale}?[\s-]?(?:\b|(?<=\s|\d))${currency}(?![\p{L}\p{N}])`, "giu"),
  ],
  ["money", new RegExp(String.raw`\b${spelled}[\s-]${currency}(?![\p{L}\p{N}])`, "giu")],
  ["phone", /(?<![\p{L}\p{N}.$€£])(?:\+|00)?\(?\d[\d\s().x/–-]{6,18}\d(?![\p{L}\p{N}])/gu],
  ["number", /(?<![\p{L}\p{N}.])\d(?:[\d .-]{10,21})\d(?![\p{L}\p{N}])/gu],
  [
    "number",
    /(?<![\p{L}\p{N}])\p{Lu}{0,4}[-#]?\d{5,}(?:[-/]\d+)*(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\d{1,3}(?:[,.' ]\d{3})+(?![\p{L}\p{N}])/gu,
  ],
];
/** With fewer digits a number says little. */
const leastDigits = { phone: 7, number: 5, email: 0, url: 0, money: 0 } as const;

/** E-mail and other addresses, telephone numbers, amounts of money and numbers of five digits or more. */
export function findFigures(text: string): FigureSpan[] {
  const found: FigureSpan[] = [];
  let left = text;
  for (const [kind, form] of forms) {
    left = left.replace(form, (match: string, ...rest: (string | number)[]) => {
      if (!isTelling(match, kind)) return match;
      const start = Number(rest.find((one) => typeof one === "number"));
      found.push({ start, end: start + match.length, kind });
      return " ".repeat(match.length);
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A day (`2026-11-21`) or a span of years tells nobody from others. */
function isTelling(match: string, kind: FigureSpan["kind"]): boolean {
  if (/^\(?\d{4}-\d\d-\d\d$|^\(?(?:1[89]|20)\d\d\s?[-–/]\s?(?:1[89]|20)?\d\d$/.test(match)) return false;
  return match.replaceAll(/\D/g, "").length >= leastDigits[kind];
}
