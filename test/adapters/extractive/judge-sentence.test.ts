import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeSentence } from "../../../src/adapters/extractive/judge-sentence.ts";

test("a whole sentence is as good as written", () => {
  assert.deepEqual(judgeSentence("A queue without an owner is a list of promises that nobody keeps."), {
    quality: 1,
    opens: true,
    ends: true,
    isQuestion: false,
    lead: 0,
  });
});

const unusable = [
  "...and then it broke down again.",
  "We waited for the queue and...",
  'He said "the queue is full" and left.',
  "We saw [unintelligible 00:04:54] in the queue.",
  "Exactly right.",
  "the queue is full without a period",
];
for (const text of unusable) test(`never quotes ${text}`, () => assert.equal(judgeSentence(text).quality, 0));

const poor = [
  "Welcome back to the show, it is great to have you.",
  "Thanks to our sponsors for this week of work.",
  "We we need the queue for the the orders.",
  "A queue, a table, and a broker in one room.",
];
for (const text of poor)
  test(`hardly ever quotes ${text}`, () => assert.ok(judgeSentence(text).quality < 0.35));

for (const text of [
  "We didn't describe the giants, but just as a founder, how have you been able to persevere.",
  "In terms of process, just to mention, we have two items for today.",
  "That's all for the client side of the list in this round.",
  "Somebody opened the PR that fixes several failing tests of the list.",
  "We touched on the client, uh, positions and, discussion of the fork.",
  "Proxmox you can get a full machine for very little money.",
  "Seems as if the queue had only a single list in the end.",
])
  test(`hardly ever quotes what is no statement: ${text}`, () =>
    assert.ok(judgeSentence(text).quality < 0.55));

for (const text of [
  "In terms of money, a queue costs less than a broker.",
  "Whatever you can measure, you can argue about with a director.",
  "How a team answers the first alert decides what it will do with the second.",
])
  test(`keeps ${text}`, () => assert.ok(judgeSentence(text).quality >= 0.6));

test("a pause may stand inside a quotation, a sentence that breaks off may not", () => {
  const paused = judgeSentence(
    "There were several failures of people that just did not ship their products...",
  );
  assert.ok(paused.quality > 0.35 && !paused.ends);
  assert.equal(
    judgeSentence("There were several failures of people that just did not ship and...").quality,
    0,
  );
});

test("what only sets up the next sentence does not end a quotation", () => {
  assert.equal(
    judgeSentence("So let's say a new exchange has lined up its first hundred users.").ends,
    false,
  );
  assert.ok(judgeSentence("A new exchange has lined up its first hundred users.").ends);
});

test("a thing named that stays in the sentence, not eaten with its lead", () => {
  const text = "And then that individual is part of a team.";
  assert.ok(!text.slice(judgeSentence(text).lead).startsWith("individual"));
});

for (const text of [
  "They left the queue alone for a week.",
  "It was the third queue of that kind.",
  "This is what the queue does best.",
])
  test(`does not open with ${text}`, () => assert.equal(judgeSentence(text).opens, false));

test("leaves a lead and a false start out", () => {
  const text = "And so, you know, the throughput of a queue says very little.";
  const { lead, opens } = judgeSentence(text);
  assert.deepEqual([text.slice(lead), opens], ["the throughput of a queue says very little.", true]);
  const begun = "But we do -- the queue is the first thing that we look at.";
  assert.equal(begun.slice(judgeSentence(begun).lead), "the queue is the first thing that we look at.");
});

test("talk about the show is welcome when the brief is about it", () => {
  const text = "A podcast needs a reason to exist beyond its own sponsors.";
  assert.ok(judgeSentence(text, /podcast/i).quality > judgeSentence(text).quality);
});

test("a question is known as one", () =>
  assert.ok(judgeSentence("What does a queue have to promise?").isQuestion));
