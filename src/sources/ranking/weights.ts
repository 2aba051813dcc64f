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
  constant: -2.17,
  features: [
    ["related300", 1.35],
    ["score300", 1.27],
    ["speaker100", 1.19],
    ["feedback300", 1.92],
    ["length", -0.38],
    ["opening", -1.1],
    ["closing", -0.45],
    ["broadCover600", 0.68],
    ["broadSpeaker100", 1.19],
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
