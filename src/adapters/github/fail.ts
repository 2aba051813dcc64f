import { PermanentError, RetryableError, UnreachableError, UserError } from "../../errors.ts";
import { readPace } from "./read-pace.ts";

/** An error of GraphQL, as GitHub sends it with status 200. */
export type GraphqlProblem = {
  readonly type?: string | undefined;
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  /** How long GitHub asked us to wait, when it is a limit. */
  readonly retryAfterMs?: number | undefined;
};

/** The shape that octokit's errors share; read without trusting their classes. */
type HttpProblem = {
  status?: unknown;
  request?: { url?: unknown };
  response?: { headers?: Record<string, unknown> };
};

/**
 * Throws what GitHub's refusal means in our words: HTTP stops here. `task` is an infinitive, such as "open
 * the pull request". The message never holds what was sent, nor what GitHub said of it.
 * Rate limits: docs.github.com "Rate limits for the REST API" (403 or 429 with `retry-after`), and for
 * GraphQL status 200 with `RATE_LIMIT` or `RATE_LIMITED` (public thread yanyongyu/githubkit#271).
 */
export function fail(task: string, thrown: unknown): never {
  const problems = listTimedProblems(thrown);
  if (problems.length > 0) return failGraphql(task, problems);
  const problem: HttpProblem = typeof thrown === "object" && thrown !== null ? thrown : {};
  const isCutOff = thrown instanceof Error && /^(?:Abort|Timeout)Error$/.test(thrown.name);
  if (typeof problem.status !== "number" && !isCutOff) throw thrown;
  const status = isCutOff ? 504 : Number(problem.status);
  throwUnreachable(status, problem, thrown);
  if (status === 429 || (status === 403 && isRateLimit(problem, thrown)))
    throw slowDown(task, readPace(problem.response?.headers, new Date()));
  // A token can be taken back before its hour is over; the next attempt asks for a new one.
  if (status >= 500 || status === 408 || status === 401) {
    throw new RetryableError(`GitHub could not be reached to ${task} (status ${status})`, { cause: thrown });
  }
  if (status === 403 && isArchived(thrown instanceof Error ? thrown.message : "")) throw archived();
  if (status === 403) throw forbidden(task);
  throw new PermanentError(`GitHub refused to ${task} (status ${status})`);
}

/** The GraphQL errors inside what octokit threw; empty when it was something else. */
export function listProblems(thrown: unknown): GraphqlProblem[] {
  const errors =
    typeof thrown === "object" && thrown !== null && "errors" in thrown ? thrown.errors : undefined;
  if (!Array.isArray(errors)) return [];
  return errors.filter((error): error is GraphqlProblem => typeof error?.message === "string");
}

/** The same, each limit with how long to wait: the answer's headers say that, and its errors do not. */
export function listTimedProblems(thrown: unknown): GraphqlProblem[] {
  const { headers } = (typeof thrown === "object" && thrown !== null ? thrown : {}) as {
    headers?: Record<string, unknown>;
  };
  return listProblems(thrown).map((problem) =>
    isLimit(problem) ? { retryAfterMs: readPace(headers, new Date()), ...problem } : problem,
  );
}

function failGraphql(task: string, problems: readonly GraphqlProblem[]): never {
  const types = problems.map(({ type }) => type ?? "");
  const text = problems.map(({ message }) => message).join(" ");
  if (problems.some(isLimit)) throw slowDown(task, longestWait(problems));
  if (problems.some(isPassing)) throw new RetryableError(`GitHub failed to ${task}`);
  if (types.includes("FORBIDDEN")) throw forbidden(task);
  if (isArchived(text)) throw archived();
  if (/ref cannot be created|reference update failed/i.test(text)) {
    throw new UserError(
      "Another branch stands in the way of the draft's (in git `a` and `a/b` cannot both be): rename it, or change `branch` in `.github/galley.yml`.",
    );
  }
  if (/rule violations/i.test(text)) {
    throw new UserError(
      "A ruleset of this repository forbids the branch: let this App pass it, or change `branch` in `.github/galley.yml`.",
    );
  }
  throw new PermanentError(`GitHub refused to ${task} (${problems.map(nameProblem).join(", ")})`);
}

/** A suspended installation says so wherever it is asked (public thread hcengineering/platform#7639); one that is gone has no tokens. */
function throwUnreachable(status: number, { request }: HttpProblem, thrown: unknown): void {
  const isSuspended = thrown instanceof Error && /installation has been suspended/i.test(thrown.message);
  if (status === 403 && isSuspended) throw new UnreachableError("suspended");
  const isToken = /\/access_tokens$/.test(String(request?.url ?? ""));
  if (status === 404 && isToken) throw new UnreachableError("gone");
}

function isArchived(message: string): boolean {
  return /archived/i.test(message);
}

function archived(): UserError {
  return new UserError("This repository is archived, so nothing can be written to it.");
}

/** How long to wait for all of these; a minute when none says. */
export function longestWait(problems: readonly GraphqlProblem[]): number {
  const waits = problems.flatMap(({ retryAfterMs }) => retryAfterMs ?? []);
  return waits.length > 0 ? Math.max(...waits) : readPace(undefined, new Date());
}

/** A primary limit by its type, a secondary one by its words, and one mutation too many by its own (public thread cli/cli#4801). */
export function isLimit({ type, message }: GraphqlProblem): boolean {
  if (type === "RATE_LIMIT" || type === "RATE_LIMITED") return true;
  return /secondary rate limit|submitted too quickly/i.test(message);
}

/** Whether a problem may be gone later. */
export function isPassing(problem: GraphqlProblem): boolean {
  return isLimit(problem) || /something went wrong|timeout|timed out/i.test(problem.message);
}

/** Which mutation, and the type of the refusal; GitHub's words can repeat what was sent. */
function nameProblem({ type, path }: GraphqlProblem): string {
  return `${path?.[0] ?? "the request"}: ${type ?? "no type"}`;
}

/** GitHub named a limit: the work waits for as long as it says. */
function slowDown(task: string, retryAfterMs: number): RetryableError {
  return new RetryableError(`GitHub asked us to slow down before we ${task}`, { retryAfterMs });
}

function forbidden(task: string): UserError {
  return new UserError(
    `GitHub does not let this App ${task}: an owner can grant what is missing on the App's installation page.`,
  );
}

function isRateLimit(problem: HttpProblem, thrown: unknown): boolean {
  const headers = problem.response?.headers ?? {};
  const message = thrown instanceof Error ? thrown.message : "";
  return (
    headers["retry-after"] !== undefined ||
    headers["x-ratelimit-remaining"] === "0" ||
    /rate limit/i.test(message)
  );
}
