import type { Evidence, Line } from "../../src/verification/claims/cite-evidence.ts";
import { type Closest, findClosest } from "../../src/verification/claims/find-closest.ts";
import { readTokens, type Token } from "../../src/verification/claims/read-tokens.ts";

/** `Mara: words` as a line that is read; without a name the speaker is unknown. */
export function lineOf(written: string): Line {
  const [, speaker, text] = /^(\w+): (.*)$/.exec(written) ?? [];
  const words = text ?? written;
  return { speaker: speaker ?? null, text: words, tokens: readTokens(words) };
}

/** A claim on cited lines, and whatever else stands around them, as the checks get it. */
export function readClaim(
  text: string,
  cited: readonly string[],
  around: readonly string[] = [],
): readonly [readonly Token[], Evidence, readonly Closest[]] {
  const claim = readTokens(text);
  const lines = cited.map(lineOf);
  const all = [...lines, ...around.map(lineOf)];
  const speakers = [...new Set(all.flatMap(({ speaker }) => speaker ?? []))];
  return [claim, { cited: lines, around: all, speakers }, findClosest(claim, lines)];
}
