import { type Answer, jsonAnswer } from "../http-answer.ts";
import type { LoggedRequest } from "./request-log.ts";

/** A limit that a request runs into. Without `status` REST answers 403 and GraphQL 200. */
type Limit = {
  readonly kind: "primary" | "secondary";
  /** `retry-after` of a secondary limit, the distance of `x-ratelimit-reset` of a primary one. */
  readonly seconds?: number;
  readonly status?: 200 | 403 | 429;
  /** GraphQL's word for a primary limit: the documentation has one, public thread yanyongyu/githubkit#271 the other. */
  readonly type?: "RATE_LIMIT" | "RATE_LIMITED";
};

/** Somebody who holds requests, and the single mutations of a document, to a limit. */
export type Limiter = {
  request?: (request: Readonly<LoggedRequest>) => Limit | undefined;
  /** True when this mutation, named as the document names it, "was submitted too quickly" (public thread cli/cli#4801). */
  mutation?: (at: { field: string; alias: string }) => boolean;
};

const primary = "API rate limit exceeded for installation.";
const secondary =
  "You have exceeded a secondary rate limit. Please wait a few minutes before you try again. For more on scraping GitHub and how it may affect your rights, please review our Terms of Service";

/** What GitHub answers to a request that somebody holds to a limit (docs.github.com, "Rate limits for the REST API" and "… GraphQL API"). */
export function answerLimit(
  limiters: ReadonlySet<Limiter>,
  request: Readonly<LoggedRequest>,
): Answer | undefined {
  const limit = [...limiters].map((limiter) => limiter.request?.(request)).find(Boolean);
  return limit && renderLimit(limit, request);
}

/** The answer to a request that runs into a limit. */
export function renderLimit(limit: Limit, request: Pick<LoggedRequest, "path">): Answer {
  const isGraphql = request.path === "/api/graphql";
  const status = limit.status ?? (isGraphql ? 200 : 403);
  const message = limit.kind === "primary" ? primary : secondary;
  const { type } = { type: limit.kind === "primary" ? (limit.type ?? "RATE_LIMIT") : undefined };
  const body = status === 200 ? { errors: [{ ...(type ? { type } : {}), message }] } : { message };
  return jsonAnswer(status, body, describeHeaders(limit));
}

function describeHeaders({ kind, seconds }: Limit): Record<string, string> {
  if (kind === "secondary") return seconds === undefined ? {} : { "retry-after": String(seconds) };
  const reset = Math.ceil(Date.now() / 1000) + (seconds ?? 3600);
  return {
    "x-ratelimit-limit": "5000",
    "x-ratelimit-remaining": "0",
    "x-ratelimit-used": "5000",
    "x-ratelimit-reset": String(reset),
  };
}
