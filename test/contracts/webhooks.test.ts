import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutAllowed } from "./support/allowed.ts";
import { judgeWebhook, nameWebhook, webhookContract } from "./support/judge-webhook.ts";
import { describeMistakes } from "./support/mistake.ts";
import { playProduct } from "./support/play-product.ts";
import { playSandbox } from "./support/play-sandbox.ts";
import { record } from "./support/recording.ts";

const recordings = [await record(playProduct), await record(playSandbox)];
const deliveries = recordings.flatMap((one) => one.deliveries);
const seen = [...new Set(deliveries.map(nameWebhook))].sort();

test("webhooks are as GitHub's document has them, each with its installation", (t) => {
  assert.deepEqual(describeMistakes(withoutAllowed(deliveries.flatMap(judgeWebhook))), []);
  t.diagnostic(
    `${deliveries.length} webhooks of ${seen.length} kinds, of ${webhookContract().source.version}`,
  );
});

test("at least these kinds are sent", () => {
  const wanted = [
    "installation-created",
    "installation-deleted",
    "installation-repositories-added",
    "installation-suspend",
    "installation-unsuspend",
    "issue-comment-created",
    "issue-comment-edited",
    "pull-request-closed",
    "pull-request-converted-to-draft",
    "pull-request-edited",
    "pull-request-labeled",
    "pull-request-opened",
    "pull-request-ready-for-review",
    "pull-request-reopened",
    "pull-request-synchronize",
    "push",
    "repository-archived",
    "repository-created",
    "repository-renamed",
    "repository-transferred",
    "repository-unarchived",
  ];
  assert.deepEqual(
    wanted.filter((name) => !seen.includes(name)),
    [],
  );
});

type Payload = Readonly<Record<string, unknown>>;
const find = (name: string): Payload => {
  const found = deliveries.find((one) => nameWebhook(one) === name);
  assert.ok(found, name);
  return found.payload;
};
const inside = (payload: Payload, key: string, change: object) => ({
  ...payload,
  [key]: { ...(payload[key] as object), ...change },
});
const without = (payload: Payload, key: string) =>
  Object.fromEntries(Object.entries(payload).filter(([name]) => name !== key));
const judge = (event: string, payload: Payload) => describeMistakes(judgeWebhook({ event, payload })).join();

test("negative control: every kind is refused when it says nothing but its name", (t) => {
  for (const { event, payload } of deliveries) {
    const { action, installation } = payload;
    assert.notEqual(judge(event, { action, installation }), "", event);
  }
  t.diagnostic(`${deliveries.length} webhooks`);
});

test("negative control: one wrong thing is enough", () => {
  const comment = find("issue-comment-created");
  assert.equal(judge("issue_comment", comment), "");
  assert.match(judge("issue_comment", inside(comment, "sender", { login: undefined })), /'login'/);
  assert.match(
    judge("issue_comment", inside(comment, "comment", { id: "one" })),
    /\/comment\/id must be integer/,
  );
  for (const key of ["repository", "sender", "issue", "comment"])
    assert.match(
      judge("issue_comment", without(comment, key)),
      new RegExp(`must have required property '${key}'`),
    );
  const pull = find("pull-request-synchronize");
  assert.match(judge("pull_request", without(pull, "before")), /'before'/);
  assert.match(
    judge("pull_request", { ...pull, action: "closed" }),
    /\/(?:before|after) is nothing that GitHub sends/,
  );
});

test("negative control: no installation, no kind, no such action", () => {
  const comment = find("issue-comment-created");
  assert.match(judge("issue_comment", without(comment, "installation")), /\/installation is missing/);
  assert.match(
    judge("issue_comment", inside(comment, "installation", { id: undefined })),
    /\/installation has no id/,
  );
  assert.match(judge("issue_comment", { ...comment, action: "whispered" }), /is in no slice/);
  assert.match(judge("weather", comment), /is in no slice/);
});
