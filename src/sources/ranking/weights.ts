import type { FeatureName } from "./measure-units.ts";

/** A sum of features; by logistic regression where it was learned. */
export type Weights = {
  readonly constant: number;
  readonly features: readonly (readonly [FeatureName, number])[];
};

/**
 * Learned by `npm run bench -- learn` on the queries of QMSum (MIT): the chance that a unit lies in the talk that
 * answers. What each is worth when it is left out: docs/benchmarks.md.
 */
export const stretchWeights: Weights = {
  constant: -2.3,
  features: [
    ["related300", 1.5],
    ["score300", 1.5],
    ["speaker100", 1.1],
    ["feedback300", 2],
    ["length", -0.4],
    ["opening", -0.9],
    ["closing", -0.3],
    ["broadCover600", 0.7],
    ["broadSpeaker100", 1],
  ],
};

/** Set by hand: learned ones did no better on highlights of calls. */
export const momentWeights: Weights = {
  constant: 0,
  features: [
    ["cover25", 0.5],
    ["cover100", 1],
    ["cover250", 1],
    ["pairs30", 0.3],
  ],
};
