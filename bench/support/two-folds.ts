/** A sentence with its score, what people say of it, and which half of the documents it belongs to. */
export type Scored = { readonly score: number; readonly supported: boolean; readonly fold: number };

/** The mean of the shares of supported and of unsupported sentences that a threshold tells right. */
export function balancedAccuracy(rows: readonly Scored[], threshold: number): number {
  const share = (list: readonly Scored[]) =>
    list.filter(({ score, supported }) => score >= threshold === supported).length / (list.length || 1);
  return (
    (share(rows.filter(({ supported }) => supported)) + share(rows.filter(({ supported }) => !supported))) / 2
  );
}

/** The threshold that is best on one half, tried on the other, for both halves. */
export function compareFolds(rows: readonly Scored[]): {
  readonly folds: readonly number[];
  readonly mean: number;
} {
  const halves = [0, 1].map((half) => rows.filter(({ fold }) => fold === half));
  const folds = halves.map((tested, half) => {
    const tuned = halves[1 - half] ?? [];
    const thresholds = [...new Set(tuned.map(({ score }) => score))].sort((a, b) => a - b);
    const best = thresholds.reduce(
      (found, threshold) =>
        balancedAccuracy(tuned, threshold) > balancedAccuracy(tuned, found) ? threshold : found,
      thresholds[0] ?? 0,
    );
    return balancedAccuracy(tested, best);
  });
  const mean = folds.reduce(
    (sum, one, half) => sum + (one * (halves[half]?.length ?? 0)) / (rows.length || 1),
    0,
  );
  return { folds, mean };
}
