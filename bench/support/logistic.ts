/** Columns of features, what they should say, and what each row counts. */
export type Sample = {
  readonly columns: readonly Float64Array[];
  readonly isTrue: Uint8Array;
  readonly counts: Float64Array;
};

/** Logistic regression by Newton's method, with a small ridge; the constant comes last. */
export function fitLogistic(samples: readonly Sample[], ridge = 1e-3, steps = 8): number[] {
  const size = (samples[0]?.columns.length ?? 0) + 1;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < steps; step += 1) {
    const gradient = new Float64Array(size);
    const curve = Array.from({ length: size }, () => new Float64Array(size));
    for (const sample of samples) addSample(sample, weights, gradient, curve);
    for (let at = 0; at < size; at += 1) {
      const own = at < size - 1 ? ridge : 0;
      gradient[at] = (gradient[at] ?? 0) / samples.length + own * (weights[at] ?? 0);
      const row = curve[at] ?? new Float64Array(size);
      for (let other = 0; other < size; other += 1) row[other] = (row[other] ?? 0) / samples.length;
      row[at] = (row[at] ?? 0) + own + 1e-6;
    }
    const change = solve(curve, gradient);
    weights = weights.map((weight, at) => weight - (change[at] ?? 0));
  }
  return weights;
}

/** The sum of each row; the chance is its logistic function. */
function addUpRows(columns: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const sums = new Float64Array(columns[0]?.length ?? 0).fill(weights.at(-1) ?? 0);
  for (const [at, column] of columns.entries())
    for (let row = 0; row < sums.length; row += 1)
      sums[row] = (sums[row] ?? 0) + (weights[at] ?? 0) * (column[row] ?? 0);
  return sums;
}

function addSample(
  { columns, isTrue, counts }: Sample,
  weights: readonly number[],
  gradient: Float64Array,
  curve: readonly Float64Array[],
): void {
  const sums = addUpRows(columns, weights);
  const values = new Float64Array(weights.length).fill(1);
  for (let row = 0; row < sums.length; row += 1) {
    for (const [at, column] of columns.entries()) values[at] = column[row] ?? 0;
    const chance = 1 / (1 + Math.exp(-(sums[row] ?? 0)));
    const count = counts[row] ?? 0;
    const off = (chance - (isTrue[row] ?? 0)) * count;
    const bend = chance * (1 - chance) * count;
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at] ?? 0;
      gradient[at] = (gradient[at] ?? 0) + off * value;
      const line = curve[at] as Float64Array;
      for (let other = 0; other < values.length; other += 1)
        line[other] = (line[other] ?? 0) + bend * value * (values[other] ?? 0);
    }
  }
}

/** Gauss's elimination with the greatest pivot. */
function solve(matrix: readonly Float64Array[], right: Float64Array): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let at = 0; at < rows.length; at += 1) {
    const rest = rows.slice(at).sort((a, b) => Math.abs(b[at] ?? 0) - Math.abs(a[at] ?? 0));
    rows.splice(at, rest.length, ...rest);
    const pivot = rows[at] ?? [];
    for (const row of rows.slice(at + 1)) {
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column < row.length; column += 1)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  }
  const found = new Array<number>(rows.length).fill(0);
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at] ?? [];
    const known = found.reduce(
      (sum, value, column) => sum + (column > at ? value * (row[column] ?? 0) : 0),
      0,
    );
    found[at] = ((row.at(-1) ?? 0) - known) / (row[at] ?? 1);
  }
  return found;
}
