import { indexUnits } from "../../../src/sources/ranking/index-units.ts";

const said: readonly (readonly [string, string])[] = [
  ["Tom Hale", "Welcome, everybody. Today we speak about ovens, flour and wages."],
  ["Ana Ruiz (Head Baker)", "The old ovens lose their heat within the hour."],
  ["Tom Hale", "Yeah."],
  ["Ana Ruiz (Head Baker)", "A new oven keeps its heat, and the bread rises more evenly in the oven."],
  ["Tom Hale", "So the ovens first, then the chimney above them."],
  ["Marketing", "Let us turn to flour. Rye flour is what our customers ask for."],
  ["Ana Ruiz (Head Baker)", "Rye flour is heavier, and it costs twice as much as wheat flour."],
  ["Tom Hale", "Then the price of a rye loaf has to rise."],
  ["Marketing", "Customers will pay for rye, they told us so in the survey."],
  ["Tom Hale", "Last, the wages. The night shift wants a supplement."],
  ["Ana Ruiz (Head Baker)", "The night shift deserves its supplement, nobody else lights the fire at three."],
  ["Tom Hale", "Agreed, the night shift gets it from May on."],
];

/** A meeting of a bakery that speaks of ovens (units 1 to 4), of rye (5 to 8) and of the night shift (9 to 11). */
export const bakery = indexUnits(said.map(([speaker, text]) => ({ speaker, text, source: 0 })));

export const ask = (text: string) => [{ text, weight: 1 }];

/** The places of the greatest values, the greatest first. */
export function top(values: ArrayLike<number>, count: number): number[] {
  const order = Array.from(values, (_, at) => at);
  return order.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b).slice(0, count);
}
