import leven from "leven";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

/** A mistake in a settings file, told to the person who can mend it. */
export type SettingsMistake = { readonly line: number; readonly key: string; readonly problem: string };

/** Settings, or every mistake that was found in them. */
export type ParsedSettings<T> =
  | { readonly ok: true; readonly settings: T }
  | { readonly ok: false; readonly mistakes: readonly SettingsMistake[] };

/** More than any settings file needs; a larger one is a mistake or an attack. */
const maxCharacters = 64_000;

/**
 * Parses a YAML settings file with a strict schema. An empty file is all defaults. Each mistake names the
 * line and the key, what is wrong and, for an unknown key, the nearest known one.
 */
export function parseSettings<T>(text: string, schema: z.ZodType<T>): ParsedSettings<T> {
  if (text.length > maxCharacters)
    return fail([{ line: 1, key: "", problem: `the file is longer than ${maxCharacters} characters` }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken)
    return fail([
      {
        line: lines.linePos(broken.pos[0]).line,
        key: "",
        problem: `this is not valid YAML (${broken.message})`,
      },
    ]);
  let value: unknown;
  try {
    value = document.toJS() ?? {};
  } catch {
    return fail([{ line: 1, key: "", problem: "aliases (`*name`) are nested too deeply" }]);
  }
  const parsed = schema.safeParse(dropEmpty(value));
  if (parsed.success) return { ok: true, settings: parsed.data };
  const lineOf = (path: readonly PropertyKey[]) => findLine(document.contents, path, lines);
  return fail(
    parsed.error.issues
      .flatMap((issue) => describeIssue(issue, schema, lineOf))
      .toSorted((a, b) => a.line - b.line),
  );
}

/** A key whose values are all commented out is as good as absent. */
function dropEmpty(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null));
}

/** The mistakes as a list of Markdown, for a comment. */
export function renderMistakes(mistakes: readonly SettingsMistake[]): string {
  return mistakes
    .slice(0, 20)
    .map(({ line, key, problem }) => `- line ${line}${key ? `, \`${clean(key)}\`` : ""}: ${problem}`)
    .join("\n");
}

/** A key on one line, whatever stands in it: it must not leave its code span. */
function clean(key: string): string {
  const line = key.replaceAll(/[\s\p{Cc}`]+/gu, " ").trim();
  return line.length > 80 ? `${line.slice(0, 80).toWellFormed()}…` : line;
}

function fail(mistakes: readonly SettingsMistake[]): { ok: false; mistakes: readonly SettingsMistake[] } {
  return { ok: false, mistakes };
}

type Issue = z.core.$ZodIssue;

function describeIssue(
  issue: Issue,
  schema: z.ZodType,
  lineOf: (path: readonly PropertyKey[]) => number,
): SettingsMistake[] {
  if (issue.code !== "unrecognized_keys") {
    return [{ line: lineOf(issue.path), key: issue.path.join("."), problem: issue.message }];
  }
  const known = knownKeys(schema, issue.path);
  return issue.keys.map((key) => {
    const [nearest] = known.toSorted((a, b) => leven(a, key) - leven(b, key));
    const isNear = nearest !== undefined && leven(nearest, key) <= Math.max(2, key.length / 3);
    const hint = isNear
      ? `did you mean \`${nearest}\`?`
      : `known keys here: ${known.map((name) => `\`${name}\``).join(", ")}`;
    const path = [...issue.path, key];
    return { line: lineOf(path), key: path.join("."), problem: `unknown key; ${hint}` };
  });
}

/** The keys that the schema knows at a path; read from its JSON schema, which is a public form of it. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  type Node = { properties?: Record<string, Node>; items?: Node; anyOf?: Node[] };
  // What may be null is a choice between itself and null.
  const open = (node?: Node) => node?.anyOf?.find(({ properties, items }) => properties ?? items) ?? node;
  let node = open(schema.toJSONSchema({ io: "input", unrepresentable: "any" }) as Node);
  for (const step of path)
    node = open(typeof step === "number" ? node?.items : node?.properties?.[String(step)]);
  return Object.keys(node?.properties ?? {});
}

/** The line of the key at a path, or of the nearest thing around it. */
function findLine(contents: unknown, path: readonly PropertyKey[], lines: LineCounter): number {
  let node = contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) break;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
      continue;
    }
    const item: unknown =
      typeof node === "object" && node !== null && "items" in node && Array.isArray(node.items)
        ? node.items[Number(step)]
        : undefined;
    if (typeof item !== "object" || item === null) break;
    if ("range" in item && Array.isArray(item.range)) offset = Number(item.range[0]);
    node = item;
  }
  return lines.linePos(offset).line || 1;
}
