/** `before` something acts, when it has `acted` and nobody knows yet, and when it was `answered`. */
type Moment = "before" | "acted" | "answered";

/** Answers `"drop"` to cut the connection (not at `answered`, when it is too late). */
export type InterceptorOf<Request> = (at: {
  request: Readonly<Request>;
  moment: Moment;
  // biome-ignore lint/suspicious/noConfusingVoidType: an interceptor that only looks returns nothing
}) => Promise<"drop" | undefined | void> | "drop" | undefined | void;

export type Interceptors<Request> = {
  /** Lets somebody stand at the moments of every request; returns how to leave. */
  intercept(interceptor: InterceptorOf<Request>): () => void;
  /** True when somebody wants the connection cut. */
  reach(request: Request, moment: Moment): Promise<boolean>;
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
      let drop = false;
      for (const interceptor of interceptors) {
        if ((await interceptor({ request, moment })) === "drop") drop = true;
      }
      return drop;
    },
  };
}
