/** Measures along the places of units. Fading is worked out once for each reach. */
export type Spreader = {
  /** Each value fades to both sides, to 1/e at `reach` words; values at one place add up. */
  readonly spread: (values: Float64Array, reach: number) => Float64Array;
  /** The mean of the values around each unit, nearer ones and longer ones counting more. */
  readonly average: (values: Float64Array, reach: number) => Float64Array;
};

/** Two passes over the units for each call, however far the reach goes. */
export function createSpreader(places: Float64Array, sizes: Float64Array): Spreader {
  const fadings = new Map<number, Float64Array>();
  const fadingOf = (reach: number) => {
    const known = fadings.get(reach);
    if (known) return known;
    const made = places.map((place, at) =>
      at === 0 ? 0 : Math.exp(-(place - (places[at - 1] ?? 0)) / reach),
    );
    fadings.set(reach, made);
    return made;
  };
  const spread = (values: Float64Array, reach: number) => {
    const fading = fadingOf(reach);
    const out = new Float64Array(values.length);
    let sum = 0;
    for (let at = 0; at < values.length; at += 1) {
      sum = sum * (fading[at] ?? 0) + (values[at] ?? 0);
      out[at] = sum;
    }
    sum = 0;
    for (let at = values.length - 1; at >= 0; at -= 1) {
      out[at] = (out[at] ?? 0) + sum;
      sum = (sum + (values[at] ?? 0)) * (fading[at] ?? 0);
    }
    return out;
  };
  const average = (values: Float64Array, reach: number) => {
    const weighed = spread(
      values.map((value, at) => value * (sizes[at] ?? 0)),
      reach,
    );
    const all = spread(sizes, reach);
    return weighed.map((value, at) => value / (all[at] || 1));
  };
  return { spread, average };
}

/** Scaled so that the greatest is 1. */
export function scaleToOne(values: Float64Array): Float64Array {
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  return most > 0 ? values.map((value) => value / most) : values;
}
