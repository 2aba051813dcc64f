import { decodeHTML } from "entities";
import { dropHiddenCharacters } from "../../drafting/clean-markdown.ts";

/** Letters of other scripts that look like one of ours (unicode.org/Public/security, confusables), each above its like. */
const others = "аеорсухіјѕһԁԛԝгкмнтвАВЕКМНОРСТХУІЈЅοαρνικτΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
const likes = "aeopcyxijshdqwrkmhtbABEKMHOPCTXYIJSoapvlktABEZHIKMNOPTYX";
const alike: ReadonlyMap<string, string> = new Map([...others].map((one, at) => [one, likes[at] ?? one]));
const mixed = /(?<!\p{L})(?=[\p{L}]*[A-Za-z])(?=[\p{L}]*[\p{sc=Cyrl}\p{sc=Grek}])[\p{L}]{2,60}/gu;

/** Joiners, fillers and marks that choose between two looks of a letter: in a name they only hide it. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** Markup inside of a word, where a reader sees none. */
const inWord =
  /(?<=[\p{L}\p{N}])(?:[*_`~\\]{1,6}|<!--[^\n]{0,200}?-->|<\/?[a-z][^<>\n]{0,100}>|\]\([^()\n]{0,200}\)|\]\[[^\]\n]{0,100}\]|[[\]])(?=[\p{L}\p{N}])/giu;
const single = /(?<![\p{L}\p{N}])\p{L}(?:[ .·_*-]{1,2}\p{L}(?![\p{L}\p{N}])){3,40}/gu;

/**
 * A text as it may be meant, in each reading that differs, line by line: without what nobody sees and with look-alike
 * letters as what they look like; then without markup inside of words; then with `TwoWords` apart and `l e t t e r s`
 * together. A value of the sources is looked for in all of them, since each hides others.
 */
export function unmask(text: string): string[] {
  const plain = dropHiddenCharacters(text)
    .replace(unseen, "")
    .replace(/&#?\w{1,32};/g, (reference) => decodeHTML(reference).replace(/\n/g, " "))
    .replace(/%[2-7][0-9a-f]/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
    .replace(mixed, (word) => [...word].map((letter) => alike.get(letter) ?? letter).join(""));
  const joined = plain
    .replace(inWord, "")
    .replace(/ ?[([{<] ?(at|dot) ?[)\]}>] ?/gi, (_, word: string) =>
      word.toLowerCase() === "at" ? "@" : ".",
    )
    .replace(/(?<=\w) @ (?=\w)/g, "@")
    .replace(/(?<=@[\w.-]{1,60}) \. (?=\w)/g, ".");
  const parted = plain
    .replace(single, (word) => word.replaceAll(/[ .·_*-]/g, ""))
    .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, " ");
  return [plain, ...[joined, parted].flatMap((reading) => keepDiffering(reading, plain))];
}

/** Only the lines that are read in another way: most are not. */
function keepDiffering(reading: string, plain: string): string[] {
  if (reading === plain) return [];
  const lines = plain.split("\n");
  return [
    reading
      .split("\n")
      .map((line, at) => (line === lines[at] ? "" : line))
      .join("\n"),
  ];
}
