import { createInterceptors, type InterceptorOf, type Interceptors } from "../interceptors.ts";

/** One request to the API, as it was and as it ended. */
export type LoggedRequest = {
  readonly index: number;
  readonly method: string;
  readonly path: string;
  /** REST: the id of GitHub's OpenAPI document; GraphQL: `Name (field, field)`; `unknown …` when the sandbox has not learned it. */
  operation: string;
  /** The top-level fields of a GraphQL document; empty for REST. */
  fields: readonly string[];
  /** Those of them that `@include` and `@skip` leave; REST: the id of the operation. */
  called: readonly string[];
  /** Undefined while it is under way; 0 when the connection was cut on purpose. */
  status: number | undefined;
  actor: string;
  /** Milliseconds since the host was started. */
  readonly at: number;
};

/** Stands at the moments of requests to the API. */
export type Interceptor = InterceptorOf<LoggedRequest>;

export type RequestLog = Interceptors<LoggedRequest> & {
  readonly requests: readonly LoggedRequest[];
  begin(method: string, path: string): LoggedRequest;
};

/** A log that remembers every request and lets others stand at its three moments. */
export function createRequestLog(): RequestLog {
  const requests: LoggedRequest[] = [];
  const startedAt = performance.now();
  return {
    ...createInterceptors<LoggedRequest>(),
    requests,
    begin(method, path) {
      const request: LoggedRequest = {
        index: requests.length,
        method,
        path,
        operation: `unknown ${method} ${path}`,
        fields: [],
        called: [],
        status: undefined,
        actor: "anonymous",
        at: Math.round(performance.now() - startedAt),
      };
      requests.push(request);
      return request;
    },
  };
}
