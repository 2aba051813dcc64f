import { hiddenCharacters } from "../sources/hidden-characters.ts";

const entities: Readonly<Record<string, string>> = { "{": "&#123;", "}": "&#125;", "<": "&lt;" };

/**
 * Takes out hidden characters; line breaks and tabs stay. Words never change. Half of a character, which no file can
 * hold, is shown as one that is missing.
 */
export function dropHiddenCharacters(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u2028\u2029]/g, " ")
    .replace(hiddenCharacters, (character) => (character === "\n" || character === "\t" ? character : ""));
}

/**
 * Plain words as Markdown on one line: what Markdown or HTML would read as a mark gets a backslash. Braces become
 * entities, and so does what opens `<%`: site generators run template code before they read Markdown, where a
 * backslash stops nothing. Readers see the words as they are.
 */
export function escapeMarkdown(words: string): string {
  const marked = dropHiddenCharacters(words)
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\`*[\]]|<(?!%)|~(?=~)|&(?=#?\w{1,31};)/g, "\\$&")
    .replace(/[{}]|<(?=%)/g, (mark) => entities[mark] ?? mark)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_");
  return escapeStart(marked);
}

/** Markdown of one line, so that it begins no list, heading or quotation: what has come to stand first may look like one. */
export function escapeStart(markdown: string): string {
  return markdown.replace(/^(?=[#>+=|~-])/, "\\").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/** Markdown as the words that people read: escapes and our entities resolved. For places that are not Markdown. */
export function readMarkdown(markdown: string): string {
  return markdown.replace(
    /\\([\\`*_{}[\]<>()#+=.!|~&-])|&(?:#12[35]|lt);/g,
    (mark, escaped: string | undefined) =>
      escaped ?? Object.keys(entities).find((one) => entities[one] === mark) ?? mark,
  );
}

/** Plain words for front matter: site generators put them into HTML, so nothing in them is shaped like a tag. */
export function dropTags(words: string): string {
  return dropHiddenCharacters(words)
    .replace(/<\/?[A-Za-z!?][^<>]{0,1000}>/g, "")
    .replace(/(?<!<)<+(?=[A-Za-z!?/])/g, "")
    .replace(/\s+/gu, " ")
    .trim();
}
