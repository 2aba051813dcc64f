/** Logistic regression of `measureWord`, the constant last: the chance that a summary uses a word at all. */
export const wordWeights: readonly number[] = [0.31, 0.58, 2.74, -0.5, 1.35, -0.19, -0.2, 0.82, -2.7];

/** How often summaries of talk use function words, per word. Learned like the weights. */
export const commonRates: ReadonlyMap<string, number> = new Map(
  Object.entries({
    the: 0.089,
    to: 0.031,
    and: 0.029,
    of: 0.022,
    that: 0.02,
    a: 0.018,
    was: 0.018,
    be: 0.012,
    in: 0.012,
    it: 0.011,
    for: 0.01,
    on: 0.009,
    with: 0.009,
    would: 0.009,
    not: 0.008,
    as: 0.008,
    were: 0.008,
  }),
);
