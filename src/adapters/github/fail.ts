import { PermanentError, RetryableError, UserError } from "../../errors.ts";

/** An error of GraphQL, as GitHub sends it with status 200. */
export type GraphqlProblem = {
  readonly type?: string | undefined;
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
};

/** The shape that octokit's errors share; read without trusting their classes. */
type HttpProblem = { status?: unknown; response?: { headers?: Record<string, unknown> } };

/**
 * Throws what GitHub's refusal means in our words: HTTP stops here. `task` is an infinitive, such as "open
 * the pull request". The message never holds what was sent, nor what GitHub said of it.
 * Rate limits: docs.github.com "Rate limits for the REST API" (403 or 429 with `retry-after`), and for
 * GraphQL status 200 with `RATE_LIMIT` or `RATE_LIMITED` (public thread yanyongyu/githubkit#271).
 */
export function fail(task: string, thrown: unknown): never {
  const problems = listProblems(thrown);
  if (problems.length > 0) return failGraphql(task, problems);
  const problem: HttpProblem = typeof thrown === "object" && thrown !== null ? thrown : {};
  const isCutOff = thrown instanceof Error && /^(?:Abort|Timeout)Error$/.test(thrown.name);
  if (typeof problem.status !== "number" && !isCutOff) throw thrown;
  const status = isCutOff ? 504 : Number(problem.status);
  if (status === 429 || (status === 403 && isRateLimit(problem, thrown))) throw slowDown(task, problem);
  // A token can be taken back before its hour is over; the next attempt asks for a new one.
  if (status >= 500 || status === 408 || status === 401) {
    throw new RetryableError(`GitHub could not be reached to ${task} (status ${status})`, { cause: thrown });
  }
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

function failGraphql(task: string, problems: readonly GraphqlProblem[]): never {
  const types = problems.map(({ type }) => type ?? "");
  const text = problems.map(({ message }) => message).join(" ");
  if (problems.some(isLimit)) throw slowDown(task, {});
  if (problems.some(isPassing)) throw new RetryableError(`GitHub failed to ${task}`);
  if (types.includes("FORBIDDEN")) throw forbidden(task);
  if (/archived/i.test(text))
    throw new UserError("This repository is archived, so nothing can be written to it.");
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

function isLimit({ type }: GraphqlProblem): boolean {
  return type === "RATE_LIMIT" || type === "RATE_LIMITED";
}

/** Whether a problem may be gone later. */
export function isPassing(problem: GraphqlProblem): boolean {
  return isLimit(problem) || /something went wrong|timeout|timed out/i.test(problem.message);
}

/** Which mutation, and the type of the refusal; GitHub's words can repeat what was sent. */
function nameProblem({ type, path }: GraphqlProblem): string {
  return `${path?.[0] ?? "the request"}: ${type ?? "no type"}`;
}

function slowDown(task: string, problem: HttpProblem): RetryableError {
  const seconds = Number(problem.response?.headers?.["retry-after"]);
  return new RetryableError(`GitHub asked us to slow down before we ${task}`, {
    retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : 60_000,
  });
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
