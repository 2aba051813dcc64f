import { maxWords, type Stretch } from "./find-stretches.ts";
import { compareTerms, type SentenceIndex, type Unit } from "./index-sentences.ts";

/**
 * Picks stretches one after the other, each for what it is worth and for what it adds to those already
 * taken: maximal marginal relevance (Carbonell & Goldstein 1998). A source that has not been heard yet is favoured.
 */
export function chooseStretches(
  candidates: readonly Stretch[],
  limits: { readonly most: number; readonly atLeast: number; readonly taken: ReadonlySet<number> },
  index: SentenceIndex,
): Stretch[] {
  const chosen: Stretch[] = [];
  const taken = new Set(limits.taken);
  const top = candidates[0]?.score ?? 0;
  const bearing = Math.max(0, ...candidates.map((stretch) => stretch.relevance));
  const pool = candidates.slice(0, 400);
  while (chosen.length < limits.most && countWords(chosen) < plenty) {
    let best: { stretch: Stretch; value: number } | null = null;
    for (const stretch of pool) {
      if (stretch.units.some((unit) => taken.has(unit.index))) continue;
      if (chosen.length >= 3 && stretch.score < 0.3 * top) continue;
      if (chosen.length >= 3 && stretch.relevance < 0.3 * bearing) continue;
      if (chosen.length >= limits.atLeast && stretch.score < 0.4 * top) continue;
      const value = worth(stretch, chosen, index, top);
      if (!best || value > best.value) best = { stretch, value };
    }
    if (!best) break;
    const whole = finishThought(best.stretch, pool, taken);
    chosen.push(whole);
    for (const unit of spaceAround(whole)) taken.add(unit);
  }
  return chosen;
}

/** Words of quotation after which a post holds enough. */
const plenty = 620;

function countWords(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { words }) => sum + words, 0);
}

/** A speaker who goes on to complete the thought is heard out, if what follows is hardly worse. */
function finishThought(stretch: Stretch, pool: readonly Stretch[], taken: ReadonlySet<number>): Stretch {
  return pool.reduce((best, other) => {
    const longer = other.units[0] === stretch.units[0] && other.units.length > best.units.length;
    const fair = other.score >= 0.72 * stretch.score && other.quality >= 0.55 && other.words <= maxWords;
    return longer && fair && !other.units.some((unit) => taken.has(unit.index)) ? other : best;
  }, stretch);
}

function worth(stretch: Stretch, chosen: readonly Stretch[], index: SentenceIndex, top: number): number {
  const alike = Math.max(0, ...chosen.map((other) => compareTerms(stretch.terms, other.terms, index.weigh)));
  const heard = chosen.some((other) => sourceOf(other) === sourceOf(stretch));
  const sameBreath = chosen.filter(
    (other) => other.units[0]?.utterance === stretch.units[0]?.utterance,
  ).length;
  const value = 0.75 * (stretch.score / Math.max(top, 1e-9)) - 0.25 * alike - 0.08 * sameBreath;
  return heard || chosen.length === 0 ? value : value + 0.15;
}

function sourceOf(stretch: Stretch): Unit["transcript"] | undefined {
  return stretch.units[0]?.transcript;
}

/** The sentences of a stretch and the one on either side, so that two quotations never run into each other. */
function spaceAround(stretch: Stretch): number[] {
  const first = stretch.units[0]?.index ?? 0;
  return Array.from({ length: stretch.units.length + 2 }, (_, offset) => first - 1 + offset);
}
