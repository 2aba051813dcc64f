import { foldWords } from "../sources/fold-words.ts";

const saying =
  "(?:said|says|told us|tells us|added|adds|explained|explains|wrote|writes|put it|puts it|recalled|recalls|admitted|admits|replied|replies|answered|answers)";
const spokenMarks = /\b(?:end (?:of )?quote|unquote|close quote)\b/iu;

/**
 * Whether words are shown as somebody's own without quotation marks: `Ana Ruiz: We lied.`, `We lied. — Ana Ruiz`,
 * `Ana said: we lied`, `quote, we lied, unquote`. `labels` are the speakers of the sources.
 */
export function createSpeechFinder(labels: readonly string[]): (text: string) => boolean {
  const names = new Set(labels.flatMap(listNames));
  if (names.size === 0) return (text) => spokenMarks.test(text);
  const name = `(?:${[...names].map(spell).join("|")})`;
  const forms = [
    new RegExp(String.raw`^\P{L}{0,5}${name}(?:\s*\([^()]{0,60}\))?\s*:\s*\S`, "iu"),
    new RegExp(String.raw`[.!?…]\s{1,3}(?:[—–―~]|-{1,2})\s{0,3}${name}[^\p{L}]{0,5}$`, "iu"),
    new RegExp(
      String.raw`(?<!\p{L})${name}(?:\s[^\s.:;]{1,30}){0,3}\s${saying}(?:\s[^\s.:;]{1,30}){0,3}\s*:\s*\S`,
      "iu",
    ),
  ];
  return (text) => spokenMarks.test(text) || forms.some((form) => form.test(text));
}

/** A name, its first and its last word; of `Speaker 1` the whole alone. */
function listNames(label: string): string[] {
  const words = label
    .replace(/\s*[([|].*$/u, "")
    .split(/\s+/)
    .filter((word) => foldWords(word).length > 0);
  const parts = [words[0] ?? "", words.at(-1) ?? ""].filter((word) => /^\p{Lu}[\p{L}'’-]+$/u.test(word));
  const isNumbered = /^[\d.]+$/.test(words.at(-1) ?? "");
  return words.length === 0 ? [] : [words.join(" "), ...(isNumbered ? [] : parts)];
}

function spell(name: string): string {
  return name
    .split(" ")
    .map((word) => RegExp.escape(word))
    .join(String.raw`\s{1,3}`);
}
