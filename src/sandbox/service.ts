import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Exchange, Exchanges } from "./exchanges.ts";
import { type Answer, jsonAnswer, readRequestBody, sendAnswer } from "./http-answer.ts";
import { createInterceptors, type InterceptorOf } from "./interceptors.ts";

/** One request to a service beside GitHub, as it was and as it ended. */
export type ServedRequest = {
  readonly index: number;
  readonly method: string;
  /** Without the prefix of the service. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The body as it came. */
  readonly text: string;
  /** The body read as JSON; undefined when it is none. */
  readonly body: unknown;
  /** Undefined while it is under way; 0 when the connection was cut or had gone. */
  status: number | undefined;
  /** Milliseconds since the service was made. */
  readonly at: number;
};

/** What a service makes of a request: an answer, late perhaps, or a connection that breaks. */
export type Outcome = { answer: Answer | "drop"; delayMs?: number };

export type Service = {
  readonly requests: readonly ServedRequest[];
  /** True when the request was for this service. */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean>;
  intercept(interceptor: InterceptorOf<ServedRequest>): () => void;
};

/** Serves everything below a prefix, remembers every request and lets others stand at its moments. */
export function createService(
  { prefix, service, exchanges }: { prefix: string; service: Exchange["service"]; exchanges: Exchanges },
  act: (request: ServedRequest) => Outcome,
): Service {
  const requests: ServedRequest[] = [];
  const { intercept, reach } = createInterceptors<ServedRequest>();
  const startedAt = performance.now();

  async function answer(served: ServedRequest, response: ServerResponse): Promise<void> {
    const instead = await reach(served, "before");
    const acted: Outcome = instead ? { answer: instead } : guard(act, served);
    const after = instead ? undefined : await reach(served, "acted");
    const outcome: Outcome = after ? { answer: after } : acted;
    const whole = outcome.answer === "drop" ? acted.answer : outcome.answer;
    if (whole !== "drop") {
      const { method, path, headers: requestHeaders, text: requestBody } = served;
      exchanges.tell({ service, method, path, requestHeaders, requestBody }, whole);
    }
    // Nobody is kept alive by an answer that is still to come.
    if (outcome.delayMs !== undefined) await delay(outcome.delayMs, undefined, { ref: false });
    if (outcome.answer === "drop" || response.destroyed) return drop(served, response);
    served.status = outcome.answer.status;
    await sendAnswer(response, outcome.answer);
    await reach(served, "answered");
  }

  return {
    requests,
    intercept,
    async handle(request, response, url) {
      if (!url.pathname.startsWith(`${prefix}/`)) return false;
      const { method = "", headers } = request;
      const path = url.pathname.slice(prefix.length) + url.search;
      const at = Math.round(performance.now() - startedAt);
      const text = (await readRequestBody(request)).toString();
      const index = requests.length;
      const served = { index, method, path, headers, text, body: parseJson(text), status: undefined, at };
      requests.push(served);
      await answer(served, response);
      return true;
    },
  };
}

/** Our own mistakes, and those of a script, have an answer that says so. */
function guard(act: (request: ServedRequest) => Outcome, served: ServedRequest): Outcome {
  try {
    return act(served);
  } catch (error) {
    const message = `The sandbox failed: ${error instanceof Error ? error.message : String(error)}`;
    return { answer: jsonAnswer(500, { message, error: { message } }) };
  }
}

function drop(served: ServedRequest, response: ServerResponse): void {
  served.status = 0;
  response.socket?.destroy();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
