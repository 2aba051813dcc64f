import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFault } from "../../../src/sandbox/faults/parse-fault.ts";

const operations = {
  github: ["createPullRequest", "repos/get"],
  linkedin: ["createPost"],
  model: ["chat"],
  webhook: ["issue_comment", "pull_request"],
};

const read = (text: string) => {
  const parsed = parseFault(text, operations);
  if (parsed.kind === "wrong") return parsed.sentence;
  const { service, operation, kind, nth, times } = parsed.rule;
  return { service, operation, kind, nth, times };
};

test("a fault fires once, at the first call unless another is named", () => {
  const rule = { service: "github", operation: "createPullRequest", kind: "lost-answer", times: 1 };
  assert.deepEqual(read("github:createPullRequest:lost-answer"), { ...rule, nth: 1 });
  assert.deepEqual(read("github:createPullRequest:lost-answer:12"), { ...rule, nth: 12 });
  assert.deepEqual(read("github:repos/get:delay:2"), {
    ...rule,
    operation: "repos/get",
    kind: "delay",
    nth: 2,
  });
  assert.deepEqual(read("webhook:*:duplicate"), {
    service: "webhook",
    operation: "*",
    kind: "duplicate",
    nth: 1,
    times: 1,
  });
});

test("every name that does not exist is answered with those that do", () => {
  assert.deepEqual(
    ["gitlab:x:delay", "github:nope:delay", "linkedin:createPost:token-expired", ""].map(read),
    [
      '`gitlab:x:delay`: there is no sandbox called "gitlab". There is: github, linkedin, model, webhook.',
      '`github:nope:delay`: there is no operation of github called "nope". There is: *, createPullRequest, repos/get.',
      '`linkedin:createPost:token-expired`: there is no kind for linkedin called "token-expired". There is: lost-answer, error-before, error-after, delay, rate-limit.',
      '``: there is no sandbox called "". There is: github, linkedin, model, webhook.',
    ],
  );
});

test("a name of JavaScript's own is no service", () => {
  assert.match(String(read("constructor:x:delay")), /^`constructor:x:delay`: there is no sandbox/);
});

test("what would change nothing is refused", () => {
  assert.equal(
    read("webhook:issue_comment:inconsistent"),
    "`webhook:issue_comment:inconsistent`: only a pull request contradicts itself: webhook:pull_request:inconsistent",
  );
  assert.equal(typeof read("webhook:pull_request:inconsistent"), "object");
});

test("which call is a number from 1", () => {
  for (const count of ["0", "-1", "x", "1.5", "", "1:2"])
    assert.match(String(read(`model:chat:delay:${count}`)), /which call is a number from 1/, count);
});
