import { z } from "zod";
import type { Cutter } from "./cut-slice.ts";

type Json = Parameters<Cutter["cut"]>[0];
type Cut = { entries: ReadonlyMap<string, unknown>; schemas: ReadonlyMap<string, unknown> };

const AnyJson = z.json().transform((value) => value as Json);
const Content = z.record(z.string(), z.object({ schema: AnyJson.optional() }));
const Body = z.object({ required: z.boolean().optional(), content: Content.optional() });
const Parameter = z.object({
  name: z.string(),
  in: z.enum(["path", "query", "header"]),
  required: z.boolean().optional(),
  schema: AnyJson,
});
const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(AnyJson).default([]),
  requestBody: AnyJson.optional(),
  responses: z.record(z.string(), AnyJson),
});
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)).default({}),
  webhooks: z.record(z.string(), z.object({ post: Operation })).default({}),
});

/** The wanted operations of an OpenAPI document, by their id; throws when one is not there. */
export function readOperations(document: unknown, cutter: Cutter, wanted: readonly string[]): Cut {
  const entries = new Map<string, unknown>();
  for (const [path, methods] of Object.entries(Document.parse(document).paths))
    for (const [method, operation] of Object.entries(methods))
      if (wanted.includes(operation.operationId))
        entries.set(operation.operationId, {
          method: method.toUpperCase(),
          path,
          ...readOperation(cutter, operation),
        });
  return complete(entries, cutter, wanted);
}

/** The wanted webhooks of an OpenAPI document, by their name there; throws when one is not there. */
export function readWebhooks(document: unknown, cutter: Cutter, wanted: readonly string[]): Cut {
  const entries = new Map<string, unknown>();
  for (const [name, { post }] of Object.entries(Document.parse(document).webhooks))
    if (wanted.includes(name)) entries.set(name, readBody(cutter, post.requestBody ?? null)?.schema);
  return complete(entries, cutter, wanted);
}

function complete(
  entries: ReadonlyMap<string, unknown>,
  { schemas }: Cutter,
  wanted: readonly string[],
): Cut {
  const missing = wanted.filter((name) => !entries.has(name));
  if (missing.length > 0) throw new Error(`GitHub's document has no ${missing.join(", ")}`);
  return { entries, schemas };
}

function readOperation(cutter: Cutter, operation: z.infer<typeof Operation>) {
  const parameters = operation.parameters.map((one) => Parameter.parse(cutter.follow(one)));
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    return [status, readBody(cutter, response)?.schema ?? null];
  });
  const body = operation.requestBody === undefined ? undefined : readBody(cutter, operation.requestBody);
  return {
    ...Object.fromEntries(
      (["path", "query"] as const).map((place) => [
        place === "path" ? "pathParameters" : "query",
        describeParameters(
          cutter,
          parameters.filter((one) => one.in === place),
        ),
      ]),
    ),
    ...(body ? { body } : {}),
    responses: Object.fromEntries(responses),
  };
}

function describeParameters(cutter: Cutter, parameters: readonly z.infer<typeof Parameter>[]) {
  return {
    type: "object",
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, cutter.cut(schema)])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
}

/** The JSON of a request or an answer; `null` in a response means that GitHub describes none. */
function readBody(cutter: Cutter, node: Json) {
  const { content = {}, required = false } = Body.parse(cutter.follow(node));
  const json =
    content["application/json"] ?? Object.values(content).find(({ schema }) => schema !== undefined);
  return json?.schema === undefined ? undefined : { required, schema: cutter.cut(json.schema) };
}
