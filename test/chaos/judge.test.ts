import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, type Seen } from "./judge.ts";

const ready = "The draft is ready to be read and edited: #2.";
const merged =
  "#2 is merged: the post is published with the site's next build. The announcement is on LinkedIn: x";
const pullRequest = { number: 2, fate: "merged", answers: [merged], posts: 1 } as const;
const good: Seen = { name: "a/b#1", answers: [ready, merged], pullRequests: [pullRequest] };
const closed = "The draft #2 was closed without merging, and Galley remembers that.";

const count = (seen: Seen, unfinished: string[] = []) => {
  const { lost, doubled, stuck } = judge([seen], unfinished);
  return [lost.length, doubled.length, stuck.length];
};

test("what went as it should is nothing", () => {
  assert.deepEqual(count(good), [0, 0, 0]);
  assert.deepEqual(
    count({
      ...good,
      answers: [ready, closed],
      pullRequests: [{ ...pullRequest, fate: "closed", posts: 0 }],
    }),
    [0, 0, 0],
  );
  assert.deepEqual(
    count({
      ...good,
      answers: [ready],
      pullRequests: [{ ...pullRequest, fate: "open", answers: [], posts: 0 }],
    }),
    [0, 0, 0],
  );
});

test("what is missing is lost", () => {
  assert.deepEqual(count({ ...good, answers: [], pullRequests: [] }), [1, 0, 0]);
  assert.deepEqual(count({ ...good, pullRequests: [] }), [1, 0, 0]);
  assert.deepEqual(count({ ...good, pullRequests: [{ ...pullRequest, answers: [] }] }), [1, 0, 0]);
  assert.deepEqual(count({ ...good, pullRequests: [{ ...pullRequest, posts: 0 }] }), [1, 0, 0]);
  assert.deepEqual(
    count({ ...good, pullRequests: [{ ...pullRequest, fate: "closed", posts: 0 }] }),
    [1, 0, 0],
  );
});

test("what is there twice is doubled", () => {
  assert.deepEqual(count({ ...good, answers: [ready, ready] }), [0, 1, 0]);
  assert.deepEqual(count({ ...good, pullRequests: [pullRequest, { ...pullRequest, number: 3 }] }), [0, 1, 0]);
  assert.deepEqual(count({ ...good, pullRequests: [{ ...pullRequest, posts: 2 }] }), [0, 1, 0]);
  assert.deepEqual(
    count({ ...good, pullRequests: [{ ...pullRequest, answers: [merged, merged] }] }),
    [0, 1, 0],
  );
});

test("work that has not ended is stuck", () => assert.deepEqual(count(good, ["draft 7"]), [0, 0, 1]));
