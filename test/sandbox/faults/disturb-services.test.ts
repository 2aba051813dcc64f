import assert from "node:assert/strict";
import { test } from "node:test";
import { createPost, postBody } from "../linkedin/support.ts";
import { ask, chat } from "../model/support.ts";
import { openSandbox } from "../support.ts";

const kinds = ["lost-answer", "error-before", "error-after", "delay", "rate-limit"];

test("LinkedIn: what the App sees of each kind, and what readers see", async (context) => {
  const { linkedin, faults } = await openSandbox(context);
  const seen: string[] = [];
  for (const kind of kinds) {
    const before = linkedin.posts().length;
    faults.set([{ service: "linkedin", operation: "createPost", kind, delayMs: 5 }]);
    const answer = await createPost(linkedin, postBody(linkedin, { commentary: kind })).then(
      ({ status }) => status,
      () => "reset",
    );
    seen.push(`${kind}: ${answer}, ${linkedin.posts().length - before} visible`);
  }
  assert.deepEqual(seen, [
    "lost-answer: reset, 1 visible",
    "error-before: 500, 0 visible",
    "error-after: 500, 1 visible",
    "delay: 201, 1 visible",
    "rate-limit: 429, 0 visible",
  ]);
});

test("the model: what the App sees of each kind", async (context) => {
  const { model, faults } = await openSandbox(context);
  model.script([{ answer: { content: "words" } }]);
  const seen: string[] = [];
  for (const kind of kinds) {
    faults.set([{ service: "model", operation: "chat", kind, nth: 2, delayMs: 5 }]);
    await ask(model, chat("plan", "first"));
    const answer = await ask(model, chat("plan", "second")).then(
      ({ status, headers }) => `${status}${headers.has("retry-after") ? " retry-after" : ""}`,
      () => "reset",
    );
    seen.push(`${kind}: ${answer}`);
  }
  assert.deepEqual(seen, [
    "lost-answer: reset",
    "error-before: 500",
    "error-after: 500",
    "delay: 200",
    "rate-limit: 429 retry-after",
  ]);
});
