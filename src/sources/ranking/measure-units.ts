import { createTermMeasures, type TermMeasures } from "./cover-terms.ts";
import { findFeedback } from "./find-feedback.ts";
import type { UnitIndex } from "./index-units.ts";
import type { Question } from "./read-question.ts";
import { createSpreader, scaleToOne } from "./spread-scores.ts";

/** What is measured of each unit. Numbers are reaches in words. */
export type FeatureName =
  | "cover25"
  | "cover100"
  | "cover250"
  | "related300"
  | "score300"
  | "pairs30"
  | "speaker100"
  | "feedback300"
  | "length"
  | "opening"
  | "closing"
  | "broadCover600"
  | "broadSpeaker100";

/** Each feature from 0 to 1 for each unit; only those that are asked for are worked out. */
export function measureUnits(index: UnitIndex, question: Question): (name: FeatureName) => Float64Array {
  const spreader = createSpreader(index.places, sizesOf(index));
  const measures = createTermMeasures(index, spreader);
  const { terms, pairs, spoken, isBroad } = question;
  const nothing = new Float64Array(index.units.length);
  const cover = (reach: number) => scaleToOne(measures.cover(terms, reach));
  const makers: Record<FeatureName, () => Float64Array> = {
    cover25: () => cover(25),
    cover100: () => cover(100),
    cover250: () => cover(250),
    related300: () => scaleToOne(measures.coverRelated(terms, 300)),
    score300: () => scaleToOne(spreader.spread(measures.score(terms), 300)),
    pairs30: () => scaleToOne(spreader.spread(measures.meet(pairs), 30)),
    speaker100: () => scaleToOne(spreader.spread(multiply(spoken, index.words), 100)),
    feedback300: () => measureFeedback(index, measures, terms, get),
    length: () => index.words.map((words) => Math.min(1, Math.log(1 + words) / 5)),
    opening: () => index.fromStart.map((words) => Math.max(0, 1 - words / 300)),
    closing: () => index.toEnd.map((words) => Math.max(0, 1 - words / 400)),
    broadCover600: () => (isBroad ? cover(600) : nothing),
    broadSpeaker100: () => (isBroad ? get("speaker100") : nothing),
  };
  const made = new Map<FeatureName, Float64Array>();
  function get(name: FeatureName): Float64Array {
    const known = made.get(name) ?? makers[name]();
    made.set(name, known);
    return known;
  }
  return get;
}

/** What a unit takes of its surroundings, in words; one that says next to nothing takes something too. */
export function sizesOf({ words }: UnitIndex): Float64Array {
  return words.map((count) => count + 5);
}

/** Terms of the best stretches, first few from a narrow choice, then more from a wider one, as measures of their own. */
function measureFeedback(
  index: UnitIndex,
  measures: TermMeasures,
  known: ReadonlyMap<string, number>,
  get: (name: FeatureName) => Float64Array,
): Float64Array {
  const bySpeaker = multiply(get("cover250"), get("speaker100"));
  const narrow = combine([
    [get("cover250"), 1],
    [get("cover100"), 0.5],
    [bySpeaker, 0.3],
  ]).map((value) => value ** 3);
  const few = findFeedback(index, narrow, { known, mostTerms: 20, mostWords: 500 });
  const wide = combine([
    [scaleToOne(measures.cover(known, 600, 6)), 1],
    [scaleToOne(measures.cover(few, 300)), 1],
    [get("cover250"), 1],
    [bySpeaker, 0.5],
  ]).map((value) => value ** 4);
  const more = findFeedback(index, wide, { known, mostTerms: 40, mostWords: 1200 });
  return scaleToOne(measures.cover(more, 300, 2));
}

function multiply(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, at) => value * (b[at] ?? 0));
}

function combine(parts: readonly (readonly [Float64Array, number])[]): Float64Array {
  const sum = new Float64Array(parts[0]?.[0].length ?? 0);
  for (const [values, weight] of parts)
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + weight * (values[at] ?? 0);
  return scaleToOne(sum);
}
