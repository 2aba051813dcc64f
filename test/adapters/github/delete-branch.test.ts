import assert from "node:assert/strict";
import { test } from "node:test";
import { buildSchema, parse, validate } from "graphql";
import type { GithubClient } from "../../../src/adapters/github/client.ts";
import { deleteBranch } from "../../../src/adapters/github/delete-branch.ts";
import { RetryableError } from "../../../src/errors.ts";

type Problems = Awaited<ReturnType<GithubClient["mutate"]>>["problems"];

function script(problems: Problems) {
  const sent: { document: string; variables: object }[] = [];
  const refuse = () => Promise.reject(new Error("not scripted"));
  const client: GithubClient = {
    rest: refuse,
    query: refuse,
    async mutate(_task, document, variables) {
      sent.push({ document, variables });
      return { data: { deleteRef: problems.length > 0 ? null : {} }, problems };
    },
  };
  return { client, sent };
}

const schema = buildSchema(`
  input DeleteRefInput { refId: ID! }
  type Payload { clientMutationId: String }
  type Query { nothing: String }
  type Mutation { deleteRef(input: DeleteRefInput!): Payload }`);

const results: [string, Problems, boolean][] = [
  ["is deleted", [], true],
  ["was deleted by somebody else", [{ type: "UNPROCESSABLE", message: "Reference does not exist" }], true],
  ["is no more", [{ type: "NOT_FOUND", message: "Could not resolve to a node" }], true],
  ["is protected", [{ type: "UNPROCESSABLE", message: "Cannot delete a protected branch" }], false],
  ["is kept by a ruleset", [{ type: "UNPROCESSABLE", message: "Repository rule violations found" }], false],
  ["may not be deleted", [{ type: "FORBIDDEN", message: "Resource not accessible by integration" }], false],
];
for (const [title, problems, isGone] of results)
  test(`a branch that ${title}`, async () => {
    const { client, sent } = script(problems);
    assert.equal(await deleteBranch(client, "REF_1"), isGone);
    assert.deepEqual(validate(schema, parse(sent[0]?.document ?? "")), []);
    assert.deepEqual([sent.length, sent[0]?.variables], [1, { branch: { refId: "REF_1" } }]);
  });

test("what may go well later is tried again", async () => {
  for (const problem of [{ type: "RATE_LIMITED", message: "m" }, { message: "Something went wrong" }])
    await assert.rejects(deleteBranch(script([problem]).client, "REF_1"), RetryableError);
});
