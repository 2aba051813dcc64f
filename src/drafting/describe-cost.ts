import type { Usage } from "../ports/language-model.ts";

/** What a million tokens cost, and in which currency. */
export type Price = { readonly input: number; readonly output: number; readonly currency: string };

const million = 1_000_000;

/** What tokens cost at a price, to two figures: `about 0.021 USD`. The host's own bill is what counts. */
export function describeCost({ promptTokens, completionTokens }: Usage, price: Price): string {
  const cost = (promptTokens * price.input + completionTokens * price.output) / million;
  const digits = cost >= 1 || cost === 0 ? 2 : Math.min(6, 1 - Math.floor(Math.log10(cost)));
  return `about ${cost.toFixed(digits)} ${price.currency}`;
}
