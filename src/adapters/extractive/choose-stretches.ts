import { maxWords, type Stretch } from "./find-stretches.ts";
import { compareTerms, type SentenceIndex, type Unit } from "./index-sentences.ts";

type Limits = { readonly most: number; readonly atLeast: number; readonly taken: ReadonlySet<number> };

/**
 * Picks stretches one after the other, each for what it is worth and for what it adds to those already
 * taken: maximal marginal relevance (Carbonell & Goldstein 1998). A source that has not been heard yet is favoured.
 */
export function chooseStretches(
  candidates: readonly Stretch[],
  limits: Limits,
  index: SentenceIndex,
): Stretch[] {
  const pool = candidates
    .filter(({ units }) => !units.some((unit) => limits.taken.has(unit.index)))
    .slice(0, 600);
  const strong = pickFrom(pool, [], limits, index, leastShare);
  return strong.length >= fewest ? strong : pickFrom(pool, strong, { ...limits, most: fewest }, index, 0);
}

/** What is worth less than this share of the best is not good enough, unless there would be too few. */
const leastShare = 0.18;
const fewest = 3;

function pickFrom(
  pool: readonly Stretch[],
  already: readonly Stretch[],
  limits: Limits,
  index: SentenceIndex,
  share: number,
): Stretch[] {
  const chosen = [...already];
  const taken = new Set([...limits.taken, ...already.flatMap(spaceAround)]);
  const said = new Set([...taken].flatMap((at) => index.units[at]?.sentence.text ?? []));
  const top = pool[0]?.score ?? 0;
  while (chosen.length < limits.most && countWords(chosen) < plenty) {
    const least = isEnough(chosen, limits.atLeast) ? strongShare : share;
    const free = pool.filter(
      ({ units }) => !units.some((unit) => taken.has(unit.index) || said.has(unit.sentence.text)),
    );
    const fit = free.filter(({ score }) => score >= least * top);
    const best = highest(fit, (stretch) => worth(stretch, chosen, index, top));
    if (!best) break;
    const whole = finishThought(best, free);
    chosen.push(whole);
    for (const { sentence } of whole.units) said.add(sentence.text);
    for (const unit of spaceAround(whole)) taken.add(unit);
  }
  return chosen;
}

function highest(stretches: readonly Stretch[], weightOf: (stretch: Stretch) => number): Stretch | null {
  let best: { stretch: Stretch; value: number } | null = null;
  for (const stretch of stretches) {
    const value = weightOf(stretch);
    if (!best || value > best.value) best = { stretch, value };
  }
  return best?.stretch ?? null;
}

/** Words of quotation after which a post holds enough. */
const plenty = 620;

/** Words after which only what is strong is added. */
const fair = 380;
const strongShare = 0.42;

function isEnough(chosen: readonly Stretch[], atLeast: number): boolean {
  return chosen.length >= atLeast && countWords(chosen) >= fair;
}

function countWords(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { words }) => sum + words, 0);
}

/** A speaker is heard out: from where the thought begins to where it is complete, if that is hardly worse. */
function finishThought(stretch: Stretch, pool: readonly Stretch[]): Stretch {
  return pool.reduce((best, other) => {
    const longer =
      other.units.length > best.units.length && best.units.every((unit) => other.units.includes(unit));
    const fair = other.score >= 0.62 * stretch.score && other.quality >= 0.5 && other.words <= maxWords;
    return longer && fair ? other : best;
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
