import { fenceText } from "../fence-sources.ts";
import { oneLine } from "../one-line.ts";
import type { Objection } from "./objection.ts";

const maxCharacters = 300;

/** Objections for the model, one on a line, each once: the words that they are about, and what is wrong with them. */
export function describeObjections(objections: readonly Objection[]): string {
  const lines = objections.map(({ at, about, message }) => {
    const words = about ?? (typeof at === "string" ? `the ${at}` : null);
    return oneLine(words === null ? message : `${words.slice(0, maxCharacters)} — ${message}`);
  });
  return fenceText("FINDINGS", [...new Set(lines)].map((line) => `✖ ${line}`).join("\n"));
}
