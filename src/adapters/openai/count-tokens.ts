import type { Message } from "./send.ts";

const bytesPerToken = 4;

/**
 * About how many tokens a text has, rounded up: a quarter of its bytes, which is a quarter of the characters
 * of English and more of scripts that models cut finer.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken);
}

/** The same for messages. */
export function estimatePrompt(messages: readonly Message[]): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
}

const newer = /^(?:chatgpt-4o|gpt-4o|gpt-4\.1|gpt-4\.5|gpt-[5-9]|o[1-9])(?![a-z])/;
const older = /^gpt-(?:4|3\.5)(?![\d.a-z])/;

/**
 * Counts as the model itself does where its tokenizer is known, by its name; else estimates. Loaded only when it is
 * asked for: the words of a tokenizer take half a second and 70 MB. Marks that are special to a model count as text.
 */
export async function loadTokenCounter(model: string): Promise<(text: string) => number> {
  const name = model.replace(/^.*\//, "");
  const encoding = newer.test(name)
    ? await import("gpt-tokenizer/encoding/o200k_base")
    : older.test(name)
      ? await import("gpt-tokenizer/encoding/cl100k_base")
      : null;
  if (!encoding) return estimateTokens;
  return (text) => encoding.countTokens(text, { disallowedSpecial: new Set() });
}
