import { z } from "zod";

/** What strict structured output understands everywhere; other keywords are refused by some hosts. */
const understood = new Set([
  "type",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "anyOf",
  "enum",
  "const",
  "description",
]);

type Node = Readonly<Record<string, unknown>>;

/**
 * A zod schema as a JSON schema for strict output: every property required, nothing besides. Limits (lengths,
 * patterns) are left out: zod checks them on the answer. Throws for `.optional()`, which is a mistake of ours.
 */
export function toStrictSchema(schema: z.ZodType): Record<string, unknown> {
  return strict(z.toJSONSchema(schema));
}

function strict(node: Node): Record<string, unknown> {
  const kept = Object.entries(node).filter(([keyword]) => understood.has(keyword));
  const made = Object.fromEntries(kept.map(([keyword, value]) => [keyword, inner(keyword, value)]));
  if (node.properties === undefined && node.type !== "object") return made;
  const properties = Object.keys(node.properties ?? {});
  const required = Array.isArray(node.required) ? node.required : [];
  const optional = properties.filter((name) => !required.includes(name));
  if (optional.length > 0 || node.additionalProperties !== false)
    throw new TypeError(`A schema for a model has only required properties; ${optional.join(", ")} is not`);
  return made;
}

function inner(keyword: string, value: unknown): unknown {
  if (keyword === "properties")
    return Object.fromEntries(
      Object.entries(value as Node).map(([name, node]) => [name, strict(node as Node)]),
    );
  if (keyword === "items") return strict(value as Node);
  if (keyword === "anyOf") return (value as Node[]).map(strict);
  return value;
}
