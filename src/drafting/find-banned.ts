import { foldWords } from "../sources/fold-words.ts";

/**
 * The phrases of a list that stand in a text, as they are written in the list. Whole words, whatever their case,
 * typography and spacing; a phrase without a word in it is found nowhere.
 */
export function findBanned(text: string, banned: readonly string[]): string[] {
  const words = ` ${foldWords(text).join(" ")} `;
  return banned.filter((phrase) => {
    const folded = foldWords(phrase).join(" ");
    return folded !== "" && words.includes(` ${folded} `);
  });
}
