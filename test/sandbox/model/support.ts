import type { Model } from "../../../src/sandbox/model/model.ts";

export type Completion = {
  id: string;
  model: string;
  choices: [{ message: { content: string | null; refusal: string | null }; finish_reason: string }];
  usage?: { prompt_tokens: number; completion_tokens: number; total_tokens: number };
  error?: unknown;
};

/** A request for a step, as a writer would make it. */
export function chat(
  step: string,
  user: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    model: "any",
    messages: [
      { role: "system", content: `You are a writer.\nStep: ${step}\nBe short.` },
      { role: "user", content: user },
    ],
    ...more,
  };
}

export const jsonSchema = {
  type: "json_schema",
  json_schema: {
    name: "plan",
    strict: true,
    schema: {
      type: "object",
      properties: { title: { type: "string" } },
      required: ["title"],
      additionalProperties: false,
    },
  },
};

/** One chat completion. */
export async function ask(
  model: Model,
  body: unknown,
): Promise<{ status: number; headers: Headers; body: Completion }> {
  const response = await fetch(`${model.url}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer sk-test" },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Completion };
}

/** What the model said to a request, and why it stopped. */
export async function hear(model: Model, body: unknown): Promise<string> {
  const { status, body: answer } = await ask(model, body);
  if (status !== 200) return `${status}`;
  const { message, finish_reason: reason } = answer.choices[0];
  return `${message.content ?? message.refusal} (${reason})`;
}
