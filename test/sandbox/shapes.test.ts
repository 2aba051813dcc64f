import assert from "node:assert/strict";
import { test } from "node:test";
import type { EmitterWebhookEvent } from "@octokit/webhooks";
import type { renderComment, renderIssue } from "../../src/sandbox/github/views/issue.ts";
import type { renderPullRequest } from "../../src/sandbox/github/views/pull-request.ts";
import type { renderRepository } from "../../src/sandbox/github/views/repository.ts";
import { createBlog, openSandbox } from "./support.ts";

/** The keys that GitHub's type demands and ours has not. */
type Missing<Wanted, Ours> = Exclude<
  { [Key in keyof Wanted]-?: Record<string, never> extends Pick<Wanted, Key> ? never : Key }[keyof Wanted],
  keyof Ours
>;

type CommentPayload = EmitterWebhookEvent<"issue_comment.created">["payload"];
type PullPayload = EmitterWebhookEvent<"pull_request.opened">["payload"];

test("payloads have every key that GitHub's own types demand", async (context) => {
  // Checked by tsc: a key that is missing cannot be `undefined`.
  const missing: {
    repository?: Missing<CommentPayload["repository"], ReturnType<typeof renderRepository>>;
    issue?: Missing<CommentPayload["issue"], ReturnType<typeof renderIssue>>;
    comment?: Missing<CommentPayload["comment"], ReturnType<typeof renderComment>>;
    pullRequest?: Missing<PullPayload["pull_request"], ReturnType<typeof renderPullRequest>>;
  } = {};
  const none: { repository?: never; issue?: never; comment?: never; pullRequest?: never } = missing;
  assert.deepEqual(none, {});

  const sandbox = await openSandbox(context);
  await createBlog(sandbox);
  const { body } = await sandbox.as("maya").request("GET", "/repos/acme/blog");
  const { trees_url: trees, hooks_url: hooks } = body as Record<string, string>;
  assert.deepEqual(
    [trees, hooks],
    [`${sandbox.url}/api/v3/repos/acme/blog/git/trees{/sha}`, `${sandbox.url}/api/v3/repos/acme/blog/hooks`],
  );
});
