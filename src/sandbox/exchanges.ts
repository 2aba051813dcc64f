import type { IncomingHttpHeaders } from "node:http";
import type { Answer } from "./http-answer.ts";

/** A request to the API of a service and its answer, whole. */
export type Exchange = {
  readonly service: "github" | "linkedin" | "model";
  readonly method: string;
  /** With its query; for LinkedIn and the model without the prefix that they have here. */
  readonly path: string;
  readonly requestHeaders: IncomingHttpHeaders;
  readonly requestBody: string;
  readonly status: number;
  readonly answerHeaders: Readonly<Record<string, string>>;
  readonly answerBody: string;
};

export type Exchanges = {
  /** Told of each exchange when it has an answer, also when that is lost on its way; returns how to leave. */
  watch(watcher: (exchange: Exchange) => void): () => void;
  /** Costs nothing while nobody watches. */
  tell(
    request: Omit<Exchange, "requestBody" | AnswerKey> & { requestBody: Buffer | string },
    answer: Answer,
  ): void;
};

type AnswerKey = "status" | "answerHeaders" | "answerBody";

/** Those who look at what passes; nothing is kept. */
export function createExchanges(): Exchanges {
  const watchers = new Set<(exchange: Exchange) => void>();
  return {
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    tell(request, { status, headers, body }) {
      if (watchers.size === 0) return;
      const requestBody = request.requestBody.toString();
      const answered = { status, answerHeaders: headers, answerBody: body.toString() };
      for (const watcher of watchers) watcher({ ...request, requestBody, ...answered });
    },
  };
}
