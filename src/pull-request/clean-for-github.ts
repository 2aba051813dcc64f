import { hiddenCharacters } from "../sources/hidden-characters.ts";

/** Invisible, breaks a word for GitHub's parsers and leaves it readable for people. */
const wordBreak = "\u200B";

/** GitHub’s words that close an issue, before a reference (docs.github.com, "Linking a pull request to an issue"). */
const closingReference =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?=(?::\s*|\s+)[^\s\p{L}\p{N}#]*(?:https?:|[\w.-]+\/[\w.-]+[#]|GH-|#))/giu;

/** What GitHub makes a link of without being asked (github.github.com/gfm, "Autolinks (extension)"). */
const autolink = /\b(?:https?|ftp|mailto|xmpp):(?=\S)|\bwww(?=\.)/giu;

/**
 * Outside text on one line for a title, a commit message or a link text: nobody is mentioned, no issue is
 * linked or closed, and nothing invisible stays. Words are not changed.
 */
export function cleanLine(text: string): string {
  return breakReferences(removeHidden(text)).trim();
}

/**
 * Outside text for the body of a pull request or a comment: as `cleanLine`, on one line, and read as plain
 * text by Markdown and HTML, addresses included, since a link would carry our name: an entity (`&#64;`) would bring back what was taken away.
 */
export function cleanInline(text: string): string {
  return cleanLine(text)
    .replaceAll(autolink, (start) => `${start}${wordBreak}`)
    .replaceAll(/[\\`*_[\]<>~|&]|(?<=\])\(|(?<=<)!/g, "\\$&")
    .replace(/^(\d*)([#+=.)-])/, "$1\\$2");
}

/** A path or another exact text as inline code, whatever backticks it holds. */
export function renderCode(text: string): string {
  const clean = removeHidden(text);
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return `${fence}${padding}${clean}${padding}${fence}`;
}

/** On one line. JavaScript takes the byte order mark for a space; in the middle of a word it is none. */
function removeHidden(text: string): string {
  return text.replaceAll(/[^\S\uFEFF]+/g, " ").replaceAll(hiddenCharacters, "");
}

function breakReferences(text: string): string {
  return text
    .replaceAll(closingReference, (word) => `${word.slice(0, 1)}${wordBreak}${word.slice(1)}`)
    .replaceAll(/@(?=[\p{L}\p{N}])/gu, `@${wordBreak}`)
    .replaceAll(/#(?=\d)/g, `#${wordBreak}`)
    .replaceAll(/(\/(?:issues|pull|discussions|commit)\/)(?=[\da-f])/gi, `$1${wordBreak}`)
    .replaceAll(/\[(?=(?:skip ci|ci skip|no ci|skip actions|actions skip)\])/gi, `[${wordBreak}`)
    .replaceAll(/\bGH-(?=\d)/gi, (word) => `${word}${wordBreak}`);
}
