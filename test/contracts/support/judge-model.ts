import type { OpenAI } from "openai";
import { z } from "zod";
import type { Exchange } from "../../../src/sandbox/exchanges.ts";
import type { Mistake } from "./mistake.ts";

type Request = OpenAI.ChatCompletionCreateParamsNonStreaming;

const JsonSchema = z.strictObject({
  name: z.string().regex(/^[\w-]{1,64}$/),
  description: z.string().exactOptional(),
  strict: z.boolean().nullable().exactOptional(),
  schema: z.record(z.string(), z.unknown()).exactOptional(),
});

/** What of a request we send. It has no other keys, so that a misspelt one is a mistake. */
const Asked = z.strictObject({
  model: z.string().min(1),
  messages: z
    .array(
      z.discriminatedUnion("role", [
        z.strictObject({ role: z.literal("system"), content: z.string() }),
        z.strictObject({ role: z.literal("developer"), content: z.string() }),
        z.strictObject({ role: z.literal("user"), content: z.string() }),
        z.strictObject({ role: z.literal("assistant"), content: z.string() }),
      ]),
    )
    .min(1),
  max_tokens: z.int().positive().nullable().exactOptional(),
  max_completion_tokens: z.int().positive().nullable().exactOptional(),
  temperature: z.number().min(0).max(2).nullable().exactOptional(),
  stream: z.literal(false).nullable().exactOptional(),
  response_format: z
    .discriminatedUnion("type", [
      z.strictObject({ type: z.literal("text") }),
      z.strictObject({ type: z.literal("json_object") }),
      z.strictObject({ type: z.literal("json_schema"), json_schema: JsonSchema }),
    ])
    .exactOptional(),
});

const Completion = z.strictObject({
  id: z.string(),
  object: z.literal("chat.completion"),
  created: z.int(),
  model: z.string(),
  choices: z.array(
    z.strictObject({
      index: z.int(),
      message: z.strictObject({
        role: z.literal("assistant"),
        content: z.string().nullable(),
        refusal: z.string().nullable(),
        annotations: z.array(z.never()).exactOptional(),
      }),
      logprobs: z.null(),
      finish_reason: z.enum(["stop", "length", "content_filter"]),
    }),
  ),
  usage: z
    .strictObject({ prompt_tokens: z.int(), completion_tokens: z.int(), total_tokens: z.int() })
    .exactOptional(),
  system_fingerprint: z.string().exactOptional(),
});

const Models = z.strictObject({
  object: z.literal("list"),
  data: z.array(
    z.strictObject({ id: z.string(), object: z.literal("model"), created: z.int(), owned_by: z.string() }),
  ),
});

const Failed = z.strictObject({
  error: z.strictObject({
    message: z.string(),
    type: z.string(),
    param: z.string().nullable(),
    code: z.string().nullable(),
  }),
});

/** LM Studio's refusal of a `response_format` is a bare sentence (public thread lmstudio-ai/lmstudio-bug-tracker#189). */
const RefusedByLocalHost = z.strictObject({
  error: z.string().startsWith("'response_format.type' must be "),
});

/**
 * Nothing but types: tsc holds what passes above to the `openai` package. A value that passes is of its type, and has
 * no key that its type has not.
 */
export const typed = {
  request: (value: unknown): Known<z.infer<typeof Asked>, Request> => Asked.parse(value),
  answer: (value: unknown): Known<z.infer<typeof Completion>, OpenAI.ChatCompletion> =>
    Completion.parse(value),
  model: (value: unknown): readonly OpenAI.Model[] => Models.parse(value).data,
  error: (value: unknown): OpenAI.ErrorObject => Failed.parse(value).error,
};

/** The vendor's type, when ours has no key beside its. */
type Known<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs> extends never ? Theirs : never;

/** What is wrong with a request to a model and with its answer, by the types of the `openai` package. */
export function judgeModel(exchange: Exchange): Mistake[] {
  const { method, path, status, requestBody, answerBody } = exchange;
  const what = `${method} ${path}`;
  const schemas = { "POST /chat/completions": Completion, "GET /models": Models } as const;
  const answer = schemas[what as keyof typeof schemas];
  if (!answer) return [{ what, side: "request", at: "", message: "is not one that we know of" }];
  const asked = answer === Completion ? list(Asked, requestBody) : [];
  const answered = list(
    status < 300 ? answer : status === 400 ? Failed.or(RefusedByLocalHost) : Failed,
    answerBody,
  );
  const unscripted = /"not_scripted"/.test(answerBody)
    ? [{ at: "", message: `has no answer: ${answerBody}` }]
    : [];
  return [
    ...asked.map((one) => ({ what, side: "request" as const, ...one })),
    ...[...answered, ...unscripted].map((one) => ({ what, side: "answer" as const, status, ...one })),
  ];
}

function list(schema: z.ZodType, text: string): { at: string; message: string }[] {
  const { error } = schema.safeParse(parseJson(text));
  return (error?.issues ?? []).map(({ path, message }) => ({
    at: path.map((part) => `/${String(part)}`).join(""),
    message,
  }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
