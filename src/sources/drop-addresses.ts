const markdownLink = /!?\[([^\]\n]{0,300})\](?:\([^)\n]{0,1000}\)|\[[^\]\n]{0,100}\])/g;
const address =
  /<?\b(?:https?|ftp|javascript|data|vbscript|file|mailto|tel|sms):[^\s<>]+>?|\bwww\.[^\s<>]+|(?<![:/\p{L}\p{N}])\/\/[\p{L}\p{N}][^\s<>]*/giu;

/**
 * A line of somebody else's prose without the addresses in it; the words stay, those of a link too. A name, a hook and
 * an angle say something: where they lead to, people who read them have not chosen.
 */
export function dropAddresses(text: string): string {
  return text
    .replace(markdownLink, "$1")
    .replace(address, " ")
    .replace(/\s+([.,;:!?](?:\s|$))/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
