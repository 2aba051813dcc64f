import assert from "node:assert/strict";
import { test } from "node:test";
import { ModelError, PermanentError, RetryableError, toError, UserError } from "../src/errors.ts";

test("each kind is known by its name and keeps its cause", () => {
  const cause = new Error("cause");
  for (const Kind of [UserError, PermanentError, ModelError, RetryableError]) {
    const error = new Kind("message", { cause });
    assert.ok(error instanceof Error);
    assert.deepEqual([error.name, error.message, error.cause], [Kind.name, "message", cause]);
  }
});

test("a retry knows its moment, or that nobody knows", () => {
  assert.equal(new RetryableError("m", { retryAfterMs: 5 }).retryAfterMs, 5);
  assert.equal(new RetryableError("m").retryAfterMs, undefined);
});

test("an error stays itself; anything else becomes one and is kept as its cause", () => {
  const error = new UserError("m");
  assert.equal(toError(error), error);
  for (const thrown of ["text", null, undefined, 0, { message: "secret" }]) {
    assert.equal(toError(thrown).cause, thrown);
    assert.equal(toError(thrown).message, "A value that is not an error was thrown");
  }
});
