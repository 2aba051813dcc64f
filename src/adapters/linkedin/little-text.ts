/**
 * LinkedIn's wire form of a text. Fifteen characters are reserved and must be escaped with a backslash wherever
 * they stand (learn.microsoft.com, "little text format"); an unescaped `(` is accepted with 201 and silently
 * cuts the post there (public threads n8n-io/n8n#10179, gitroomhq/postiz-app#442 and others).
 * A hashtag stays a hashtag: `#` before a word is that format's own grammar.
 */
export function escapeLittleText(text: string): string {
  return text
    .split(/((?<![\p{L}\p{N}_&])#[\p{L}\p{N}]+(?![\p{L}\p{N}_]))/u)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[|{}@[\]()<>#\\*_~]/g, "\\$&")))
    .join("");
}
