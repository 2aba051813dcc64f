import type { Quotation } from "../find-quotations.ts";
import { findMentions, type Mention } from "./name-speakers.ts";
import { readTokens, type Token } from "./read-tokens.ts";

const sayings = new Set(
  `said says told tells asked asks added adds explained explains wrote writes recalled recalls argued argues noted notes
  admitted admits replied replies answered answers concluded concludes continued continues warned warns insisted
  insists joked jokes remembered remembers`.split(/\s+/),
);

/**
 * Whom a paragraph names for a quotation inside it: the one who is said to say it right behind it (`“…”, said Ana`),
 * else the speaker named nearest before, else the one nearest after it; in full, or by a part of a name that is nobody
 * else's.
 */
export function nearestSpeakers(
  { text = "", before, after }: Pick<Quotation, "before" | "after"> & { readonly text?: string },
  labels: readonly string[],
): string[] {
  const known = [...new Set(labels)];
  const tokens = readTokens(after);
  const behind = findMentions(tokens, known);
  const sayer = behind.find((mention) => isSayer(mention, tokens, `${text.trim().slice(-1)}${after.trim()}`));
  const nearest = sayer ?? findMentions(readTokens(before), known).at(-1) ?? behind[0];
  return nearest ? [nearest.label] : [];
}

/**
 * Whether a name behind a quotation is its speaker's beyond doubt: `said Ana`, or `Ana said` where the sentence goes
 * on, or a dash before the name. `joint` is the end of the quotation with what follows it.
 */
function isSayer({ from, to }: Mention, tokens: readonly Token[], joint: string): boolean {
  const says = (at: number) => sayings.has(tokens[at]?.word ?? "");
  if (from === 0 && /^.?[—–-]/u.test(joint)) return true;
  if (from === 1 && says(0)) return true;
  return from === 0 && says(to) && /^(?:[,?!]|.,)/u.test(joint);
}
