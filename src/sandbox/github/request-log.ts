/** One request to the API, as it was and as it ended. */
export type LoggedRequest = {
  readonly index: number;
  readonly method: string;
  readonly path: string;
  /** REST: the id of GitHub's OpenAPI document; GraphQL: `Name (field, field)`; `unknown …` when the sandbox has not learned it. */
  operation: string;
  /** The top-level fields of a GraphQL document; empty for REST. */
  fields: readonly string[];
  /** Undefined while it is under way; 0 when the connection was cut on purpose. */
  status: number | undefined;
  actor: string;
  /** Milliseconds since the host was started. */
  readonly at: number;
};

/** `before` the operation acts, when it has `acted` and nobody knows yet, and when it was `answered`. */
type Moment = "before" | "acted" | "answered";

/** Answers `"drop"` to cut the connection (not at `answered`, when it is too late). */
export type Interceptor = (at: {
  request: Readonly<LoggedRequest>;
  moment: Moment;
  // biome-ignore lint/suspicious/noConfusingVoidType: an interceptor that only looks returns nothing
}) => Promise<"drop" | undefined | void> | "drop" | undefined | void;

export type RequestLog = {
  readonly requests: readonly LoggedRequest[];
  begin(method: string, path: string): LoggedRequest;
  intercept(interceptor: Interceptor): () => void;
  /** True when somebody wants the connection cut. */
  reach(request: LoggedRequest, moment: Moment): Promise<boolean>;
};

/** A log that remembers every request and lets others stand at its three moments. */
export function createRequestLog(): RequestLog {
  const requests: LoggedRequest[] = [];
  const interceptors = new Set<Interceptor>();
  const startedAt = performance.now();
  return {
    requests,
    begin(method, path) {
      const request: LoggedRequest = {
        index: requests.length,
        method,
        path,
        operation: `unknown ${method} ${path}`,
        fields: [],
        status: undefined,
        actor: "anonymous",
        at: Math.round(performance.now() - startedAt),
      };
      requests.push(request);
      return request;
    },
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
