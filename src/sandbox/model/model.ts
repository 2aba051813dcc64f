import type { Exchanges } from "../exchanges.ts";
import { type Answer, jsonAnswer } from "../http-answer.ts";
import type { InterceptorOf } from "../interceptors.ts";
import { createService, type Outcome, type ServedRequest, type Service } from "../service.ts";
import { complete } from "./complete.ts";
import { type ModelRequest, readRequest } from "./read-request.ts";
import { createScript, type ModelRuleInput } from "./rules.ts";

/** A model that says what a script tells it to, behind the chat completions API of OpenAI. */
export type Model = {
  /** What an OpenAI client takes for its base URL; it ends in `/v1`. */
  readonly url: string;
  /** Takes the place of the rules that were there. Without rules, every completion is refused. */
  script(rules: readonly ModelRuleInput[]): void;
  requests(): readonly Readonly<ServedRequest>[];
  /** The requests that no rule wanted; a test should end with none. */
  unscripted(): readonly Readonly<ServedRequest>[];
  /** Lets somebody stand at the moments of every request; returns how to leave. */
  intercept(interceptor: InterceptorOf<ServedRequest>): () => void;
};

const prefix = "/model/v1";

/** The model below `/model/v1` of a host whose address is known later. */
export function createModel(exchanges: Exchanges): { service: Service; at(hostUrl: string): Model } {
  let script = createScript([]);
  const unscripted: ServedRequest[] = [];
  const service = createService({ prefix, service: "model", exchanges }, (served) => {
    if (served.method === "GET" && served.path === "/models") return { answer: listModels() };
    if (served.method !== "POST" || served.path !== "/chat/completions")
      return refuse(served, "no such path");
    const request = readRequest(served.body);
    if ("mistake" in request) return { answer: badRequest(request.mistake) };
    if (request.body.stream) return refuse(served, "streaming is not learned yet");
    const answer = script.next(request);
    return answer ? complete(request, served.index, answer) : refuse(served, describe(request));
  });

  /** Loud and kept: an answer that nobody wrote would be taken for the model's. */
  function refuse(served: ServedRequest, why: string): Outcome {
    unscripted.push(served);
    const message = `The sandbox's model was not told what to say (${why})`;
    const error = { message, type: "not_scripted", param: null, code: "not_scripted" };
    return { answer: jsonAnswer(501, { error }) };
  }

  return {
    service,
    at: (hostUrl) => ({
      url: hostUrl + prefix,
      script: (rules) => {
        script = createScript(rules);
      },
      requests: () => service.requests,
      unscripted: () => unscripted,
      intercept: service.intercept,
    }),
  };
}

function listModels(): Answer {
  const data = [{ id: "scripted", object: "model", created: 1_700_000_000, owned_by: "sandbox" }];
  return jsonAnswer(200, { object: "list", data });
}

function badRequest(message: string): Answer {
  return jsonAnswer(400, { error: { message, type: "invalid_request_error", param: null, code: null } });
}

function describe({ responseFormat, systemText, text }: ModelRequest): string {
  const step = /^Step: .*$/m.exec(systemText)?.[0] ?? "no step";
  return `${step}, ${responseFormat}, ${text.length} characters that end in ${JSON.stringify(text.slice(-80))}`;
}
