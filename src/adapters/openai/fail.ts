import { APIConnectionError, APIError } from "openai";
import { ModelError, RetryableError } from "../../errors.ts";

/** What a failed request comes to. Whatever the host says stays here: it may repeat what it was sent. */
export type Failure =
  | { readonly kind: "refused-request"; readonly mentionsLimit: boolean }
  | { readonly kind: "final"; readonly error: ModelError }
  | { readonly kind: "again"; readonly error: RetryableError };

const retryableStatus = (status: number) =>
  status === 408 || status === 409 || status === 429 || (status >= 500 && status !== 501);

/** Reads what the client threw. Undefined: it is no failure of a request, but a defect. */
export function readFailure(thrown: unknown, step: string, now: number): Failure | undefined {
  if (thrown instanceof APIConnectionError || isBrokenBody(thrown))
    return {
      kind: "again",
      error: new RetryableError(`The language model could not be reached at step "${step}"`),
    };
  if (!(thrown instanceof APIError) || thrown.status === undefined) return undefined;
  const { status, code } = thrown;
  if (status === 400 || status === 422)
    return { kind: "refused-request", mentionsLimit: /max_(?:completion_)?tokens/.test(thrown.message) };
  if (code === "insufficient_quota")
    return {
      kind: "final",
      error: new ModelError(`The account of the language model has no quota left (step "${step}")`),
    };
  if (!retryableStatus(status))
    return {
      kind: "final",
      error: new ModelError(`The language model's host refused step "${step}" with status ${status}`),
    };
  const retryAfterMs = readRetryAfter(thrown.headers, now);
  return {
    kind: "again",
    error: new RetryableError(
      `The language model's host answered step "${step}" with status ${status}`,
      retryAfterMs === undefined ? {} : { retryAfterMs },
    ),
  };
}

/** Headers came, then the body broke off or was no JSON: the client throws what the platform threw. */
function isBrokenBody(thrown: unknown): boolean {
  return (
    thrown instanceof SyntaxError || (thrown instanceof TypeError && /terminated|fetch/.test(thrown.message))
  );
}

function readRetryAfter(headers: Headers | undefined, now: number): number | undefined {
  const exact = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (exact >= 0) return exact;
  const written = headers?.get("retry-after") ?? "";
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(written)) return Number.parseFloat(written) * 1000;
  const date = Date.parse(written);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
