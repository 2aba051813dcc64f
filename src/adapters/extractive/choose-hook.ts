import type { Stretch } from "./find-stretches.ts";

/** The concepts of the brief, as terms, that a statement should name. */
type Wanted = ReadonlySet<string>;

/** What a sentence that stands alone may refer to within itself … */
const referring = /\b(?:they|them|their|he|she|his|her|it|it's|this|that's|these|those)\b/i;
/** … and what sets it beside something that was said before. */
const leaning = /\b(?:another|other|others|also|same|such|there|then|here|too|either|difference)\b/i;
const personal = /\b(?:I|I'm|I've|I'd|my|me)\b/i;
const conditional = /^(?:once|if|when|because|since|while|although|as|with|for|in|at)\b/i;
/** What holds in general, put as such. */
const general =
  /\b(?:is|are|means?|must|should|never|always|nobody|everybody|every|needs?|becomes?|makes?|matters?|tells?|turns?|costs?|takes?|earns?|than|not|only|most|cannot|can't)\b/i;
const narrative = /\b(?:was|were|had|went|did|got|started|came|announced|showed)\b/i;

/** The strongest short statement on the subject that stands by itself, or null when there is none. */
export function chooseHook(candidates: readonly Stretch[], wanted: Wanted): Stretch | null {
  const [best] = statementsOf(candidates, wanted);
  return best ?? null;
}

/** Up to two statements out of what the post quotes, by which to say what it argues. */
export function chooseAngle(
  chosen: readonly Stretch[],
  candidates: readonly Stretch[],
  wanted: Wanted,
): Stretch[] {
  const quoted = new Set(chosen.flatMap(({ units }) => units.map((unit) => unit.index)));
  const within = statementsOf(candidates, wanted).filter(({ units }) =>
    units.every((unit) => quoted.has(unit.index)),
  );
  const [first] = within;
  const second = within.find(
    (other) => first && Math.abs((other.units[0]?.index ?? 0) - (first.units[0]?.index ?? 0)) > 3,
  );
  return [first, second].filter((stretch) => stretch !== undefined);
}

function statementsOf(candidates: readonly Stretch[], wanted: Wanted): Stretch[] {
  const singles = candidates.filter(
    (stretch) =>
      stretch.units.length === 1 && stretch.words >= 8 && stretch.words <= 32 && stretch.quality >= 0.55,
  );
  const value = new Map(singles.map((stretch) => [stretch, punch(stretch, wanted)]));
  const best = Math.max(0, ...value.values());
  return singles
    .filter((stretch) => (value.get(stretch) ?? 0) > 0.3 * best)
    .sort((a, b) => (value.get(b) ?? 0) - (value.get(a) ?? 0));
}

/** A hook is short, on the subject, about more than the speaker, and points to nothing outside itself. */
function punch(stretch: Stretch, wanted: Wanted): number {
  const text = (stretch.units[0]?.sentence.text ?? "").slice(stretch.skip);
  const shared = [...stretch.terms.keys()].filter((term) => wanted.has(term)).length;
  const onSubject = 0.15 + 0.85 * Math.min(1, shared / Math.min(2, Math.max(1, wanted.size)));
  const factors = [
    personal.test(text) ? 0.45 : /\b(?:we|our|us)\b/i.test(text) ? 0.65 : /\byour?\b/i.test(text) ? 0.85 : 1,
    leaning.test(text) ? 0.4 : 1,
    referring.test(text) ? 0.7 : 1,
    conditional.test(text) ? 0.6 : 1,
    general.test(text) ? 1.25 : 1,
    narrative.test(text) ? 0.7 : 1,
    stretch.words >= 9 && stretch.words <= 24 ? 1 : 0.8,
    /^\p{Ll}/u.test(text) ? 0.5 : 1,
    stretch.quality ** 2,
    onSubject,
  ];
  return factors.reduce((product, factor) => product * factor, stretch.score / stretch.lengthFactor);
}
