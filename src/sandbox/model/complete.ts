import type { z } from "zod";
import { type Answer, jsonAnswer } from "../http-answer.ts";
import type { Outcome } from "../service.ts";
import type { ModelRequest } from "./read-request.ts";
import type { ModelAnswer } from "./rules.ts";

type Said = { content: string | null; refusal: string | null; finishReason: "stop" | "length" };

/** What a rule's answer looks like on the wire. */
export function complete(request: ModelRequest, index: number, answer: z.infer<typeof ModelAnswer>): Outcome {
  if ("content" in answer) {
    const whole = typeof answer.content === "string" ? answer.content : JSON.stringify(answer.content);
    const dressed = answer.fences ? `\`\`\`json\n${whole}\n\`\`\`` : whole;
    const cut = answer.truncateAfter === undefined ? dressed : dressed.slice(0, answer.truncateAfter);
    const finishReason = answer.truncateAfter === undefined ? "stop" : "length";
    const usage = answer.tokens === undefined ? countTokens(request, cut) : renderTokens(answer.tokens);
    return {
      answer: completion(request, index, { content: cut, refusal: null, finishReason }, usage),
      ...(answer.delayMs === undefined ? {} : { delayMs: answer.delayMs }),
    };
  }
  switch (answer.fault) {
    case "reset":
      return { answer: "drop" };
    case "refusal": {
      const said: Said = { content: null, refusal: answer.refusal, finishReason: "stop" };
      return { answer: completion(request, index, said, countTokens(request, answer.refusal)) };
    }
    case "rate-limited":
      return { answer: modelRateLimited(answer.retryAfterSeconds) };
    case "error":
      return { answer: modelFailed(answer.status) };
    case "response-format-refused": {
      // The error is a bare sentence (public threads lmstudio-ai/lmstudio-bug-tracker#189 and #307).
      const allowed = answer.allowed.map((one) => `'${one}'`).join(" or ");
      return { answer: jsonAnswer(400, { error: `'response_format.type' must be ${allowed}` }) };
    }
  }
}

/** What OpenAI's API says when it fails. */
export function modelFailed(status: number): Answer {
  const message = "The server had an error while processing your request. Sorry about that!";
  return jsonAnswer(status, { error: error(message, "server_error", null) });
}

/** What it says when too much was asked of it. */
export function modelRateLimited(retryAfterSeconds: number): Answer {
  const message = `Rate limit reached. Please try again in ${retryAfterSeconds}s.`;
  const body = { error: error(message, "tokens", "rate_limit_exceeded") };
  return jsonAnswer(429, body, { "retry-after": String(retryAfterSeconds) });
}

function error(message: string, type: string, code: string | null) {
  return { message, type, param: null, code };
}

function completion(request: ModelRequest, index: number, said: Said, usage: object | undefined) {
  return jsonAnswer(200, {
    id: `chatcmpl-sandbox${index}`,
    object: "chat.completion",
    created: Math.floor(Date.now() / 1000),
    model: request.body.model,
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: said.content, refusal: said.refusal, annotations: [] },
        logprobs: null,
        finish_reason: said.finishReason,
      },
    ],
    ...(usage ? { usage } : {}),
  });
}

/** About four characters to a token. */
function countTokens(request: ModelRequest, said: string) {
  return renderTokens({ prompt: Math.ceil(request.text.length / 4), completion: Math.ceil(said.length / 4) });
}

function renderTokens(tokens: { prompt: number; completion: number } | null) {
  if (tokens === null) return undefined;
  const { prompt, completion: completed } = tokens;
  return { prompt_tokens: prompt, completion_tokens: completed, total_tokens: prompt + completed };
}
