import type { UnitIndex } from "./index-units.ts";
import { type FeatureName, measureUnits, sizesOf } from "./measure-units.ts";
import { type Field, readQuestion } from "./read-question.ts";
import { createSpreader, scaleToOne } from "./spread-scores.ts";
import { momentWeights, stretchWeights, type Weights } from "./weights.ts";

/**
 * `stretch`: the talk that answers an angle. `moment`: the place that one sentence speaks of. `saying`: of that place the
 * words that say it.
 */
export type Purpose = "stretch" | "moment" | "saying";

/**
 * How much each unit bears on the fields, from 0 to 1. Where none of their words occurs in the sources, what the
 * weights say of place and length alone remains. Pure, and linear in the words.
 */
export function rankUnits(index: UnitIndex, fields: readonly Field[], purpose: Purpose): Float64Array {
  const get = measureUnits(index, readQuestion(fields, index));
  return scaleToOne(
    purpose === "stretch"
      ? rankStretches(index, addUp(index, get, stretchWeights))
      : rankMoments(index, addUp(index, get, momentWeights), ownWorth[purpose]),
  );
}

function addUp(index: UnitIndex, get: (name: FeatureName) => Float64Array, weights: Weights): Float64Array {
  const sum = new Float64Array(index.units.length).fill(weights.constant);
  for (const [name, weight] of weights.features)
    for (const [at, value] of get(name).entries()) sum[at] = (sum[at] ?? 0) + weight * value;
  return sum;
}

/** What answers is a stretch of talk: each unit's chance is averaged with those around it, near and far, in words. */
function rankStretches(index: UnitIndex, sums: Float64Array): Float64Array {
  const chances = sums.map((value) => 1 / (1 + Math.exp(-value)));
  const { average } = createSpreader(index.places, sizesOf(index));
  const far = average(chances, 400);
  return average(chances, 100).map((value, at) => value + 0.5 * (far[at] ?? 0));
}

/** Before adding up, only what comes near the best counts. */
const sharpness = 20;
const nearMs = 45_000;
const fadeMs = 30_000;
const msPerWord = 400;
/** So unlikely places, which is most of them, tell nothing. */
const negligible = 1e-6;

/**
 * What a place counts by itself against those around it. Only as much for a moment, whose time is wanted: its middle is
 * surer than its likeliest sentence.
 */
const ownWorth = { moment: 1, saying: 4 } as const;

/** The best moment is the one with most of the likely places within 45 seconds, those up to 90 counting less. */
function rankMoments(index: UnitIndex, sums: Float64Array, own: number): Float64Array {
  const sharp = scaleToOne(sums).map((value) => value ** sharpness);
  const times = index.units.map(({ startMs }, at) => startMs ?? (index.places[at] ?? 0) * msPerWord);
  const isNear = (a: number, b: number) =>
    index.units[a]?.source === index.units[b]?.source &&
    Math.abs((times[a] ?? 0) - (times[b] ?? 0)) < 2 * nearMs;
  const mass = sharp.map((value) => own * value);
  for (let likely = 0; likely < sharp.length; likely += 1) {
    const worth = sharp[likely] ?? 0;
    if (worth < negligible) continue;
    for (const step of [-1, 1])
      for (let at = likely + step; at >= 0 && at < mass.length && isNear(likely, at); at += step) {
        const beyond = Math.max(0, Math.abs((times[at] ?? 0) - (times[likely] ?? 0)) - nearMs);
        mass[at] = (mass[at] ?? 0) + worth * Math.exp(-beyond / fadeMs);
      }
  }
  return mass;
}
