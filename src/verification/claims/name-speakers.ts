import { functionWords } from "./function-words.ts";
import { readTokens, type Token } from "./read-tokens.ts";

/** A speaker named in a text: the label, and the tokens that name them. */
export type Mention = { readonly label: string; readonly from: number; readonly to: number };

/**
 * Where a text names the speakers of its sources: in full, or by the first or last word of a name that no other
 * speaker shares. What stands in brackets behind a name may be left out.
 */
export function findMentions(tokens: readonly Token[], speakers: readonly string[]): Mention[] {
  const forms = listForms(speakers);
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const form = forms.find(
      ({ words, mustBeName }) =>
        words.length > 0 &&
        words.every((word, index) => tokens[at + index]?.word === word) &&
        (!mustBeName || isCapital(tokens, at)),
    );
    if (!form) continue;
    found.push({ label: form.label, from: at, to: at + form.words.length });
    at += form.words.length - 1;
  }
  return found;
}

type Form = {
  readonly label: string;
  readonly words: readonly string[];
  /** "Ball" is Kevin Ball, "ball" is not. */
  readonly mustBeName: boolean;
};

/** Where a sentence begins, nobody can tell. */
function isCapital(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.isName === true || tokens[at - 1]?.sentence !== tokens[at]?.sentence;
}

/** The longest first, so that a full name is no mention of its first word. */
function listForms(speakers: readonly string[]): Form[] {
  const whole = speakers.map((label) => ({ label, words: wordsOf(label), mustBeName: isWord(label) }));
  const full = speakers
    .map((label) => ({ label, words: wordsOf(nameOf(label)), mustBeName: isWord(nameOf(label)) }))
    .filter(({ words }) => words.length > 0);
  const parts = full.flatMap(({ label, words }) =>
    words.length < 2
      ? []
      : [words[0] ?? "", words.at(-1) ?? ""].map((word) => ({ label, words: [word], mustBeName: true })),
  );
  const isOwn = ({ label, words: [word = ""] }: Form) =>
    /^\p{L}{2,}$/u.test(word) && whole.every((other) => other.label === label || !other.words.includes(word));
  return [...whole, ...full, ...parts.filter(isOwn)].sort((a, b) => b.words.length - a.words.length);
}

/** Read as texts are, so that "S1" is found where it is written. */
function wordsOf(label: string): string[] {
  return readTokens(label).map(({ word }) => word);
}

/** "Will" and "May" are called by what is also a word that joins others. */
function isWord(label: string): boolean {
  return functionWords.has(label.toLowerCase());
}

function nameOf(label: string): string {
  return label.replace(/\s*[([|].*$/u, "");
}
