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
