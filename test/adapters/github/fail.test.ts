import assert from "node:assert/strict";
import { test } from "node:test";
import { fail, listProblems } from "../../../src/adapters/github/fail.ts";
import { RetryableError } from "../../../src/errors.ts";

function read(thrown: unknown): { kind: string; message: string; retryAfterMs?: number | undefined } {
  try {
    return fail("open the pull request", thrown);
  } catch (error) {
    assert.ok(error instanceof Error);
    const { name: kind, message } = error;
    return error instanceof RetryableError
      ? { kind, message, retryAfterMs: error.retryAfterMs }
      : { kind, message };
  }
}

const http = (status: number, headers: object = {}, message = "s3cret words of GitHub") =>
  Object.assign(new Error(message), { status, response: { headers }, request: { body: "s3cret" } });
const graphql = (type: string | undefined, message = "s3cret") => ({ errors: [{ type, message }] });

const slow = "GitHub asked us to slow down before we open the pull request";
const forbidden =
  "GitHub does not let this App open the pull request: an owner can grant what is missing on the App's installation page.";
const refused = (what: string) => `GitHub refused to open the pull request (${what})`;
const unreachable = (status: number) =>
  `GitHub could not be reached to open the pull request (status ${status})`;

const cases: readonly [
  string,
  unknown,
  { kind: string; message: string; retryAfterMs?: number | undefined },
][] = [
  [
    "429",
    http(429, { "retry-after": "30" }),
    { kind: "RetryableError", message: slow, retryAfterMs: 30_000 },
  ],
  [
    "403 with retry-after",
    http(403, { "retry-after": "7" }),
    { kind: "RetryableError", message: slow, retryAfterMs: 7_000 },
  ],
  [
    "403 with nothing left",
    http(403, { "x-ratelimit-remaining": "0" }),
    { kind: "RetryableError", message: slow, retryAfterMs: 60_000 },
  ],
  [
    "403 that speaks of a rate limit",
    http(403, {}, "secondary rate limit"),
    { kind: "RetryableError", message: slow, retryAfterMs: 60_000 },
  ],
  [
    "a spent limit with its reset",
    http(403, {
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": "1777982490",
      date: "Tue, 05 May 2026 12:00:00 GMT",
    }),
    { kind: "RetryableError", message: slow, retryAfterMs: 91_000 },
  ],
  [
    "a suspended installation",
    http(403, {}, "This installation has been suspended - https://docs.github.com"),
    { kind: "UnreachableError", message: "The App's installation is suspended" },
  ],
  [
    "an installation that is gone",
    Object.assign(http(404), {
      request: { url: "https://api.github.com/app/installations/5/access_tokens" },
    }),
    { kind: "UnreachableError", message: "The App's installation is gone" },
  ],
  [
    "an archived repository in REST",
    http(403, {}, "Repository was archived so is read-only."),
    { kind: "UserError", message: "This repository is archived, so nothing can be written to it." },
  ],
  ["403", http(403), { kind: "UserError", message: forbidden }],
  ["401", http(401), { kind: "RetryableError", message: unreachable(401), retryAfterMs: undefined }],
  ["404", http(404), { kind: "PermanentError", message: refused("status 404") }],
  ["422", http(422), { kind: "PermanentError", message: refused("status 422") }],
  ["408", http(408), { kind: "RetryableError", message: unreachable(408), retryAfterMs: undefined }],
  ["502", http(502), { kind: "RetryableError", message: unreachable(502), retryAfterMs: undefined }],
  [
    "a timeout",
    AbortSignal.abort(new DOMException("s3cret", "TimeoutError")).reason,
    { kind: "RetryableError", message: unreachable(504), retryAfterMs: undefined },
  ],
  ["RATE_LIMIT", graphql("RATE_LIMIT"), { kind: "RetryableError", message: slow, retryAfterMs: 60_000 }],
  ["RATE_LIMITED", graphql("RATE_LIMITED"), { kind: "RetryableError", message: slow, retryAfterMs: 60_000 }],
  [
    "a GraphQL limit with its headers",
    { ...graphql("RATE_LIMITED"), headers: { "retry-after": "9" } },
    { kind: "RetryableError", message: slow, retryAfterMs: 9_000 },
  ],
  [
    "a secondary limit without a type",
    graphql(undefined, "You have exceeded a secondary rate limit."),
    { kind: "RetryableError", message: slow, retryAfterMs: 60_000 },
  ],
  [
    "too much content",
    graphql("UNPROCESSABLE", "was submitted too quickly"),
    { kind: "RetryableError", message: slow, retryAfterMs: 60_000 },
  ],
  [
    "something went wrong",
    graphql(undefined, "Something went wrong while executing s3cret"),
    { kind: "RetryableError", message: "GitHub failed to open the pull request", retryAfterMs: undefined },
  ],
  ["FORBIDDEN", graphql("FORBIDDEN"), { kind: "UserError", message: forbidden }],
  [
    "an archived repository",
    graphql("UNPROCESSABLE", "Repository was archived so is read-only."),
    { kind: "UserError", message: "This repository is archived, so nothing can be written to it." },
  ],
  [
    "a ruleset",
    graphql("UNPROCESSABLE", "Repository rule violations found"),
    {
      kind: "UserError",
      message:
        "A ruleset of this repository forbids the branch: let this App pass it, or change `branch` in `.github/galley.yml`.",
    },
  ],
  ["NOT_FOUND", graphql("NOT_FOUND"), { kind: "PermanentError", message: refused("the request: NOT_FOUND") }],
  [
    "an error without a type",
    graphql(undefined),
    { kind: "PermanentError", message: refused("the request: no type") },
  ],
];

for (const [title, thrown, expected] of cases) {
  test(`${title} is told in our words`, () => {
    assert.deepEqual(read(thrown), expected);
    assert.doesNotMatch(read(thrown).message, /s3cret/);
  });
}

test("what is no answer of GitHub is thrown on as it is", () => {
  for (const thrown of [new TypeError("ours"), new Error("x", { cause: http(500) })])
    assert.throws(
      () => fail("t", thrown),
      (error) => error === thrown,
    );
});

test("problems are listed only from what has the shape of them", () => {
  const problem = { type: "X", message: "m" };
  assert.deepEqual(listProblems({ errors: [problem, null, "x", { type: "Y" }] }), [problem]);
  for (const thrown of [null, undefined, "x", {}, { errors: "x" }, { errors: [] }])
    assert.deepEqual(listProblems(thrown), []);
});
