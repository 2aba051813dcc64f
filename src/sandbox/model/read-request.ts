import { z } from "zod";

/** The parts of a chat completion request that clients of today send; what is beside them is kept and not looked at. */
const Body = z.looseObject({
  model: z.string().min(1),
  messages: z
    .array(
      z.looseObject({
        role: z.enum(["system", "developer", "user", "assistant", "tool"]),
        content: z
          .union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.string().optional() }))])
          .nullish(),
      }),
    )
    .min(1),
  stream: z.boolean().nullish(),
  response_format: z
    .discriminatedUnion("type", [
      z.looseObject({ type: z.literal("text") }),
      z.looseObject({ type: z.literal("json_object") }),
      z.looseObject({
        type: z.literal("json_schema"),
        json_schema: z.looseObject({
          name: z.string().regex(/^[\w-]{1,64}$/),
          strict: z.boolean().nullish(),
          schema: z.record(z.string(), z.unknown()).optional(),
        }),
      }),
    ])
    .nullish(),
});

type ChatBody = z.infer<typeof Body>;

/** A request as rules look at it. */
export type ModelRequest = {
  readonly body: ChatBody;
  /** All messages, one after the other. */
  readonly text: string;
  /** What the system, or the developer, said. */
  readonly systemText: string;
  readonly responseFormat: "json_schema" | "json_object" | "text";
};

/** The request, or the sentence that says what is wrong with it. */
export function readRequest(body: unknown): ModelRequest | { mistake: string } {
  const parsed = Body.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { mistake: `Invalid value for '${issue?.path.join(".")}': ${issue?.message}` };
  }
  const { messages, response_format: format } = parsed.data;
  const schema = format?.type === "json_schema" ? format.json_schema : undefined;
  if (schema?.strict) {
    const mistake = findStrictMistake(schema.schema ?? {}, []);
    if (mistake) return { mistake: `Invalid schema for response_format '${schema.name}': ${mistake}` };
  }
  const texts = messages.map(({ content }) =>
    typeof content === "string" ? content : (content ?? []).map((part) => part.text ?? "").join("\n"),
  );
  return {
    body: parsed.data,
    text: texts.join("\n"),
    systemText: texts.filter((_, index) => isSystem(messages[index]?.role)).join("\n"),
    responseFormat: format?.type ?? "text",
  };
}

function isSystem(role: string | undefined): boolean {
  return role === "system" || role === "developer";
}

/**
 * What strict mode demands of every object of a schema: no further properties, and every property required
 * (platform.openai.com, "Structured model outputs": an optional field is one that may be null).
 */
function findStrictMistake(schema: unknown, path: readonly string[]): string | undefined {
  if (Array.isArray(schema)) return schema.map((one) => findStrictMistake(one, path)).find(Boolean);
  if (typeof schema !== "object" || schema === null) return undefined;
  const given: Readonly<Record<string, unknown>> = { ...schema };
  const context = `In context=(${path.map((one) => `'${one}'`).join(", ")})`;
  if (typeof given.properties === "object" && given.properties !== null) {
    if (given.additionalProperties !== false) {
      return `${context}, 'additionalProperties' is required to be supplied and to be false.`;
    }
    const required: unknown[] = Array.isArray(given.required) ? given.required : [];
    const missing = Object.keys(given.properties).find((key) => !required.includes(key));
    if (missing !== undefined) {
      return `${context}, 'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`;
    }
  }
  const inner = Object.entries(given).filter(
    ([key]) => key !== "enum" && key !== "const" && key !== "required",
  );
  return inner.map(([key, value]) => findStrictMistake(value, [...path, key])).find(Boolean);
}
