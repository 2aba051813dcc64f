import assert from "node:assert/strict";
import { test } from "node:test";
import { buildSchema, parse, validate } from "graphql";
import { announce } from "../../../src/adapters/github/announce.ts";
import type { GithubClient } from "../../../src/adapters/github/client.ts";
import { PermanentError, RetryableError, UserError } from "../../../src/errors.ts";
import { script } from "./checks.ts";

const request = { nodeIds: ["PR_9", "I_3"], body: "Merged." };
const done = { clientMutationId: null };
const problem = (type: string, message = "m") => ({ type, message, path: ["comment0"] });

const schema = buildSchema(`
  input AddCommentInput { subjectId: ID! body: String! }
  type Payload { clientMutationId: String }
  type Query { nothing: String }
  type Mutation { addComment(input: AddCommentInput!): Payload }`);

for (const nodeIds of [["PR_9"], ["PR_9", "I_3"]])
  test(`the same comment in ${nodeIds.length} places is one valid request`, async () => {
    const { client, sent } = script({
      data: { comment0: done, comment1: done },
      problems: [],
    });
    await announce(client, { ...request, nodeIds });
    assert.equal(sent.length, 1);
    assert.deepEqual(validate(schema, parse(sent[0]?.document ?? "")), []);
    const comments = nodeIds.map((subjectId, index) => [`comment${index}`, { subjectId, body: "Merged." }]);
    assert.deepEqual(sent[0]?.variables, Object.fromEntries(comments));
  });

test("one place that takes no comment is no failure", async () => {
  for (const data of [
    { comment0: null, comment1: done },
    { comment0: done, comment1: null },
  ])
    await announce(script({ data, problems: [problem("UNPROCESSABLE")] }).client, request);
});

const failures: [string, Awaited<ReturnType<GithubClient["mutate"]>>, new (...all: never[]) => Error][] = [
  [
    "nothing was said",
    { data: { comment0: null, comment1: null }, problems: [problem("NOT_FOUND")] },
    PermanentError,
  ],
  ["there is no answer", { data: null, problems: [] }, PermanentError],
  ["the limit is reached", { data: {}, problems: [problem("RATE_LIMITED")] }, RetryableError],
  ["GitHub has a bad moment", { data: {}, problems: [problem("", "Something went wrong")] }, RetryableError],
  ["it is forbidden", { data: {}, problems: [problem("FORBIDDEN")] }, UserError],
];
for (const [title, answer, type] of failures)
  test(`saying nothing at all is a failure: ${title}`, async () =>
    assert.rejects(announce(script(answer).client, request), type));
