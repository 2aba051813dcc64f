import assert from "node:assert/strict";
import { test } from "node:test";
import type { GithubClient } from "../../../src/adapters/github/client.ts";
import { acknowledge, answer } from "../../../src/adapters/github/thread.ts";
import { PermanentError } from "../../../src/errors.ts";

type Mutated = Awaited<ReturnType<GithubClient["mutate"]>>;

const thread = { issueNodeId: "I_1", commentNodeId: "IC_1" };

/** A client that answers mutations in turn, records their variables and refuses everything else. */
function script(...answers: Mutated[]) {
  const sent: Record<string, unknown>[] = [];
  const refuse = () => Promise.reject(new Error("not scripted"));
  const client: GithubClient = {
    rest: refuse,
    query: refuse,
    mutate(_task, _document, variables) {
      sent.push(variables);
      const next = answers.shift();
      return next ? Promise.resolve(next) : refuse();
    },
  };
  return { client, sent };
}

const notFound = { type: "NOT_FOUND", message: "Could not resolve to a node", path: ["updateIssueComment"] };
const locked = {
  type: "UNPROCESSABLE",
  message: "Unable to create comment because issue is locked.",
  path: ["addComment"],
};

test("a locked issue takes no comment, and the work goes on without", async () => {
  for (const data of [
    { addReaction: {}, addComment: null },
    { addReaction: null, addComment: null },
  ]) {
    const { client } = script({ data, problems: [locked] });
    assert.equal(await acknowledge(client, thread, "Writing."), null);
  }
});

test("a comment that is refused for another reason is a failure", async () => {
  const { client } = script({
    data: { addReaction: {}, addComment: null },
    problems: [{ ...locked, message: "No." }],
  });
  await assert.rejects(acknowledge(client, thread, "Writing."), PermanentError);
});

test("when our comment was deleted, the answer is a new one", async () => {
  const { client, sent } = script(
    { data: { addReaction: {}, updateIssueComment: null }, problems: [notFound] },
    { data: { addReaction: {}, addComment: { commentEdge: { node: { id: "IC_2" } } } }, problems: [] },
  );
  await answer(client, thread, { body: "Nothing was drafted.", commentId: "IC_gone", reaction: "confused" });
  assert.deepEqual(
    sent.map(({ isNew, isUpdate }) => [isNew, isUpdate]),
    [
      [false, true],
      [true, false],
    ],
  );
});
