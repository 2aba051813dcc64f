/** What `/release …` names: findings by their numbers, or a value by its words. */
export type ReleaseWish =
  | { readonly by: "number"; readonly numbers: number[] }
  | { readonly by: "words"; readonly words: string };

/** As many as a check may ask for at once. */
const mostNumbers = 300;

/** Reads what stands after `/release`: `F3`, `F3 F4` or words in quotation marks; null when it is none of these. */
export function parseRelease(rest: string | undefined): ReleaseWish | null {
  const words = /^["“]([^"“”]{2,200})["”]$/u.exec(rest ?? "")?.[1]?.trim();
  if (words) return { by: "words", words };
  const parts = rest?.split(/[ \t,]+/) ?? [];
  if (
    parts.length === 0 ||
    parts.length > mostNumbers ||
    !parts.every((part) => /^F[1-9]\d{0,3}$/i.test(part))
  )
    return null;
  return { by: "number", numbers: [...new Set(parts.map((part) => Number(part.slice(1))))] };
}
