/**
 * The ways in which work can fail. Everything thrown on purpose is one of these;
 * anything else is a defect of ours and is treated as `PermanentError` is, with an apology.
 */

/** Something that a person can mend. The message is shown to that person as it stands. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** Something that may go well later: a lost connection, a rate limit, a server error. */
export class RetryableError extends Error {
  override readonly name = "RetryableError";
  /** Earliest useful moment for the next attempt, in milliseconds from now, when it is known. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Something that will not go well however often it is tried, and that nobody in the thread can mend. */
export class PermanentError extends Error {
  override readonly name: string = "PermanentError";
}

/** Another attempt at the same work has begun: this one has nothing more to do, nor to say. */
export class SupersededError extends PermanentError {
  override readonly name = "SupersededError";
}

/** The App may not act for an account any more: its installation is suspended or gone. Nobody there can be told. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
  readonly reason: "suspended" | "gone";

  constructor(reason: UnreachableError["reason"]) {
    super(`The App's installation is ${reason}`);
    this.reason = reason;
  }
}

/**
 * A language model, or its host, that is of no use for what was asked: no defect of ours. The message is a
 * sentence without its full stop that holds nothing of what was asked or answered, so that it may be shown.
 */
export class ModelError extends PermanentError {
  override readonly name = "ModelError";
}

/** Whatever was thrown, as an `Error`, its cause kept. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error
    ? thrown
    : new Error("A value that is not an error was thrown", { cause: thrown });
}
