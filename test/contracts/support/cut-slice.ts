type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Node = { readonly [key: string]: Json };

/** What is prose or a hint for programs that write documentation, and says nothing of what is valid. */
const prose = new Set([
  ...["summary", "description", "title", "example", "examples", "externalDocs", "deprecated", "default"],
  ...["readOnly", "writeOnly", "discriminator", "xml"],
]);

/** The schemas of a document under the names that they have below `components`, and how to get at them. */
export type Cutter = {
  /** A schema as JSON Schema 2020-12; what it refers to is taken along. */
  cut(schema: Json): Json;
  /** Follows a reference to anything else of the document. */
  follow(node: Json): Node;
  /** All schemas that were referred to, by name. */
  readonly schemas: ReadonlyMap<string, Json>;
};

/** Cuts schemas out of an OpenAPI document: without prose, and with the `nullable` of OpenAPI 3.0 as JSON Schema says it. */
export function createCutter(document: unknown): Cutter {
  const schemas = new Map<string, Json>();

  function find(reference: string): Json {
    let found = document as Json;
    for (const part of reference.slice(2).split("/")) found = toNode(found)[part] ?? null;
    if (found === null) throw new Error(`${reference} leads nowhere`);
    return found;
  }

  function cut(schema: Json): Json {
    if (typeof schema === "boolean") return schema;
    const node = toNode(schema);
    if (typeof node.$ref === "string") return refer(node.$ref);
    const plain = Object.entries(node).filter(([key]) => !prose.has(key) && !key.startsWith("x-"));
    return allowNull(
      node.nullable === true,
      Object.fromEntries(plain.map(([key, value]) => [key, cutPart(key, value)])),
    );
  }

  function cutPart(key: string, value: Json): Json {
    if (key === "properties" || key === "patternProperties") {
      const entries = Object.entries(toNode(value)).map(([name, inner]) => [name, cut(inner)]);
      return Object.fromEntries(entries);
    }
    if (key === "oneOf" || key === "anyOf" || key === "allOf") return (value as readonly Json[]).map(cut);
    if (key === "items" || key === "additionalProperties" || key === "not") return cut(value);
    return value;
  }

  function refer(reference: string): Json {
    const name = reference.replace("#/components/schemas/", "");
    if (!schemas.has(name)) {
      // Taken before it is cut: a schema may refer to itself.
      schemas.set(name, true);
      schemas.set(name, cut(find(reference)));
    }
    return { $ref: `#/schemas/${name}` };
  }

  return {
    cut,
    schemas,
    follow: (node) =>
      typeof toNode(node).$ref === "string" ? toNode(find(String(toNode(node).$ref))) : toNode(node),
  };
}

function allowNull(isNullable: boolean, { nullable: _, ...schema }: Node): Json {
  if (!isNullable) return schema;
  if (typeof schema.type !== "string") return { anyOf: [schema, { type: "null" }] };
  const values = Array.isArray(schema.enum) ? { enum: [...new Set([...schema.enum, null])] } : {};
  return { ...schema, ...values, type: [schema.type, "null"] };
}

function toNode(json: Json | undefined): Node {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Error("Not an object");
  return json as Node;
}
