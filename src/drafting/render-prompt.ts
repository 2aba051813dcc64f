import { readFileSync } from "node:fs";

const folder = new URL("./prompts/", import.meta.url);

export type PromptName =
  | `${"plan" | "section" | "announcement" | "angles" | "judge"}.${"system" | "user"}`
  | "repair.system"
  | "repair.user";

/**
 * A prompt of `prompts/` with its $NAMES filled, each once and in one pass: what a value says is never looked
 * through for names. A name without a value, or a value without its name, is a mistake of ours.
 */
export function renderPrompt(name: PromptName, values: Readonly<Record<string, string>>): string {
  const template = readFileSync(new URL(`${name}.md`, folder), "utf8").trim();
  return fillNames(template, values);
}

/** The filling alone, for any template. */
export function fillNames(template: string, values: Readonly<Record<string, string>>): string {
  const used = new Set<string>();
  const filled = template.replace(/\$([A-Z][A-Z_]*)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new TypeError(`A prompt needs a value for $${name}`);
    used.add(name);
    return value;
  });
  const unused = Object.keys(values).filter((name) => !used.has(name));
  if (unused.length > 0) throw new TypeError(`A prompt does not use ${unused.join(", ")}`);
  return filled.replace(/\n{3,}/g, "\n\n").trim();
}
