/**
 * The words of a text in the form in which quotations are compared: typography (curly and straight quotes,
 * dashes, ellipses), Markdown escapes, case and white space are folded away, words and their order stay.
 */
export function foldWords(text: string): string[] {
  return (
    text
      .replace(/\\([!-/:-@[-`{-~])/g, "$1")
      .normalize("NFKC")
      .toLowerCase()
      .replace(/(?<=[\p{L}\p{N}])['’ʼ‘](?=[\p{L}\p{N}])/gu, "")
      .match(/[\p{L}\p{M}\p{N}]+|[$€£%]/gu) ?? []
  );
}
