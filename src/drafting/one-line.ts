/** A text as one line, for prompts that count by lines: nothing that it says can begin another. At most so many characters. */
export function oneLine(text: string, mostCharacters = Number.POSITIVE_INFINITY): string {
  return text
    .replace(/[\s\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, mostCharacters);
}
