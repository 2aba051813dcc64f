import assert from "node:assert/strict";
import { test } from "node:test";
import { watchArguments } from "../../src/sandbox/github/graphql/watch-arguments.ts";

test("what was given and read by nobody is named; null, what was read and what nobody asks about are not", () => {
  const given = { first: 1, after: null, orderBy: "x", query: "y", filled: true };
  const watched = watchArguments("Repository.refs", given, ["first", "after", "orderBy", "query"]);
  assert.equal(watched.arguments.first, 1);
  assert.throws(watched.requireAllRead, {
    message: "The sandbox does not know orderBy and query of Repository.refs",
  });
  const { ...all } = watched.arguments;
  assert.deepEqual(all, given);
  watched.requireAllRead();
});
