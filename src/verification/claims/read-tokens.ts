import { stemmer } from "stemmer";
import { functionWords } from "./function-words.ts";

/** A word, a number or a sign of a text, in the form in which claims and sources are compared. */
export type Token = {
  /** Lower case, contractions written out: "don't" is the two tokens `do` and `not`. */
  readonly word: string;
  readonly stem: string;
  /** Carries a subject of its own. */
  readonly isContent: boolean;
  /** Written with a capital letter that no beginning of a sentence asks for. */
  readonly isName: boolean;
  /** Numbered from 0; a sentence ends at its mark or at a line's end. */
  readonly sentence: number;
  /** Numbered from 0 through the whole text; marks and some conjunctions part clauses. */
  readonly clause: number;
  /** In a sentence that ends in a question mark. */
  readonly asks: boolean;
};

const piece =
  /\p{L}+\d[\p{L}\d]*|\d+(?:[.,:]\d+)*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|[$€£%]|(?<=\s)[-–—](?=\s)|[.!?]+(?=["'”’)\]]*(?:\s|$))|(?<=\p{Ll} ?)\.(?=\p{Lu}\p{Ll})|[,;:\n…()]/gu;
const endsSentence = /^(?:[.!?]+|\n)$/;
const endsClause = /^[,;:()…–—-]$/;
const opensClause = new Set("and but or so because while although when if since which who that".split(" "));
const notNames = new Set("i i'm i'll i've i'd ok okay mr mrs ms dr".split(" "));

/** Maps, because words come from outside: an object would answer for `constructor`. */
const written: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    cannot: ["can", "not"],
    "can't": ["can", "not"],
    cant: ["can", "not"],
    "won't": ["will", "not"],
    wont: ["will", "not"],
    "shan't": ["shall", "not"],
    "ain't": ["is", "not"],
    gonna: ["going", "to"],
    wanna: ["want", "to"],
    dunno: ["do", "not", "know"],
    u: ["you"],
    "let's": ["let", "us"],
    percent: ["%"],
    dollars: ["$"],
    dollar: ["$"],
    euros: ["€"],
    euro: ["€"],
    pounds: ["£"],
  }),
);
const bareNot = /^(do|does|did|is|are|was|were|have|has|had|could|should|would)(?:n'?t|'nt)$/;
const endings: ReadonlyMap<string, string> = new Map(
  Object.entries({ re: "are", ll: "will", ve: "have", m: "am", d: "would" }),
);
const stems = new Map<string, string>();

/** The tokens of a text in their order. Deterministic; linear in the length of the text. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let clause = 0;
  let opens = true;
  let first = 0;
  const close = (asks: boolean) => {
    if (asks) for (let at = first; at < tokens.length; at++) tokens[at] = { ...(tokens[at] as Token), asks };
    if (tokens.length > first) sentence++;
    first = tokens.length;
    clause++;
    opens = true;
  };
  for (const [raw] of text.normalize("NFKC").matchAll(piece)) {
    if (endsSentence.test(raw)) close(raw.includes("?"));
    else if (endsClause.test(raw)) clause++;
    else {
      const isName = looksLikeName(raw, opens);
      const plain = raw.toLowerCase().replaceAll("’", "'");
      if (opensClause.has(plain)) clause++;
      for (const word of writeOut(plain))
        tokens.push({
          word,
          stem: stem(word),
          isContent: isContent(word),
          isName,
          sentence,
          clause,
          asks: false,
        });
      opens = false;
    }
  }
  return tokens;
}

function looksLikeName(raw: string, opens: boolean): boolean {
  if (!/^\p{Lu}/u.test(raw) || notNames.has(raw.toLowerCase().replaceAll("’", "'"))) return false;
  return !opens || /^\p{Lu}\p{Lu}|^\p{L}+\p{Ll}\p{Lu}/u.test(raw);
}

function writeOut(plain: string): readonly string[] {
  const known = written.get(plain);
  if (known) return known;
  const negated = bareNot.exec(plain)?.[1];
  if (negated !== undefined) return [negated, "not"];
  const [word = plain, ending] = plain.split("'");
  if (ending === undefined) return [word];
  return ending === "s" || ending === "" ? [word] : [word, endings.get(ending) ?? ending];
}

function isContent(word: string): boolean {
  return word.length > 1 ? !functionWords.has(word) : /\d/.test(word);
}

/** The stem after Porter (1980), remembered, since the same words come again and again. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size > 50_000) stems.clear();
  const found = irregular.get(word) ?? (/^[a-z]{3,}$/.test(word) ? stemmer(word) : word);
  stems.set(word, found);
  return found;
}

/** The verbs of everyday talk whose past does not look like them. */
const irregular: ReadonlyMap<string, string> = new Map(
  `went:go gone:go came:come took:take taken:take gave:give given:give got:get made:make sent:send bought:buy brought:bring
  said:say told:tell thought:think knew:know known:know saw:see seen:see found:find left:leave kept:keep lost:lose met:meet
  paid:pay ran:run sold:sell spent:spend wrote:write written:write built:build began:begin begun:begin broke:break
  broken:break chose:choose chosen:choose felt:feel fell:fall grew:grow grown:grow heard:hear held:hold led:lead meant:mean
  rose:rise sat:sit spoke:speak spoken:speak stood:stand stank:stink taught:teach understood:understand won:win
  children:child people:person better:good best:good worse:bad worst:bad`
    .split(/\s+/)
    .map((pair) => pair.split(":"))
    .map(([past = "", base = ""]) => [past, stemmer(base)] as const),
);
