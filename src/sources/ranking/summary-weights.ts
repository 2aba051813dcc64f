/**
 * Logistic regression of `measureWord`, the constant last: the chance that a summary uses a word at all. Learned, as the
 * rates, by `npm run bench -- learn` on the answers of QMSum (MIT).
 */
export const wordWeights: readonly number[] = [0.28, 0.27, 1.91, -0.53, 0.86, -0.46, -0.2, 0.76, -2.78];

/** How often summaries of talk use function words, per word. */
export const commonRates: ReadonlyMap<string, number> = new Map(
  Object.entries({
    the: 0.088,
    to: 0.033,
    and: 0.031,
    of: 0.021,
    that: 0.02,
    a: 0.018,
    was: 0.016,
    be: 0.014,
    in: 0.011,
    for: 0.01,
    it: 0.01,
    would: 0.01,
    on: 0.01,
    with: 0.009,
    as: 0.007,
    not: 0.007,
    were: 0.007,
    about: 0.005,
    also: 0.005,
    should: 0.005,
    had: 0.005,
    could: 0.004,
    have: 0.004,
    their: 0.004,
  }),
);
