import type { Answer } from "./http-answer.ts";

/** `before` something acts, when it has `acted` and nobody knows yet, and when it was `answered`. */
type Moment = "before" | "acted" | "answered";

/** `"drop"` cuts the connection, an answer takes the place of the service's own; not at `answered`, when it is too late. */
export type Interference = "drop" | Answer;

/** Stands at the moments of requests; returns nothing when it only looks. */
export type InterceptorOf<Request> = (at: {
  request: Readonly<Request>;
  moment: Moment;
  // biome-ignore lint/suspicious/noConfusingVoidType: an interceptor that only looks returns nothing
}) => Promise<Interference | undefined | void> | Interference | undefined | void;

export type Interceptors<Request> = {
  /** Lets somebody stand at the moments of every request; returns how to leave. */
  intercept(interceptor: InterceptorOf<Request>): () => void;
  /** What becomes of the request when somebody interferes; a cut wins over an answer, the first answer over others. */
  reach(request: Request, moment: Moment): Promise<Interference | undefined>;
};

/** Those who stand at the three moments of requests. */
export function createInterceptors<Request>(): Interceptors<Request> {
  const interceptors = new Set<InterceptorOf<Request>>();
  return {
    intercept(interceptor) {
      interceptors.add(interceptor);
      return () => interceptors.delete(interceptor);
    },
    async reach(request, moment) {
      const wanted: (Interference | undefined)[] = [];
      for (const interceptor of interceptors)
        wanted.push((await interceptor({ request, moment })) ?? undefined);
      return wanted.find((one) => one === "drop") ?? wanted.find((one) => one !== undefined);
    },
  };
}
