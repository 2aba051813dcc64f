import assert from "node:assert/strict";
import { test } from "node:test";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { ask, open3, openBlog, openVariables } from "./support.ts";

type Payload = {
  action?: string;
  ref?: string;
  deleted?: boolean;
  before?: string;
  after?: string;
  sender: { login: string };
  pull_request?: {
    state: string;
    draft: boolean;
    merged: boolean;
    merged_at: string | null;
    merge_commit_sha: string | null;
    merged_by: { login: string } | null;
    head: { sha: string };
  };
};

/** What was told since the last look; nobody has to listen for that. */
async function told(sandbox: Sandbox, from = 0): Promise<Payload[]> {
  await sandbox.deliveriesSettled();
  return sandbox
    .deliveries()
    .slice(from)
    .map((one) => one.payload as Payload);
}

function summarize({ action, ref, deleted, pull_request: pull, sender }: Payload): string {
  if (!pull) return `push ${ref}${deleted ? " deleted" : ""} by ${sender.login}`;
  return `${action} ${pull.state}${pull.merged ? " merged" : ""} by ${sender.login}`;
}

/** A draft pull request on a host that tells everything to an address where nobody answers. */
async function openDraft(context: Parameters<typeof openBlog>[0], more: Parameters<typeof openBlog>[1] = {}) {
  const opened = await openBlog(context, more);
  await ask(opened.sandbox, opened.token, open3, openVariables(opened.blog));
  opened.sandbox.setWebhookUrl("http://127.0.0.1:9/");
  return { ...opened, maya: opened.sandbox.as("maya") };
}

test("a merge tells the push to the base, the closing and what became of the head", async (context) => {
  const { sandbox, maya } = await openDraft(context, { autoDeleteHead: true });
  await maya.setDraft("acme/blog", 1, false);
  await maya.setDraft("acme/blog", 1, false);
  const { commitOid } = await maya.mergePullRequest("acme/blog", 1);
  const payloads = await told(sandbox);
  assert.deepEqual(payloads.map(summarize), [
    "ready_for_review open by maya",
    "push refs/heads/main by maya",
    "closed closed merged by maya",
    "push refs/heads/blog/a-talk deleted by maya",
  ]);
  const pull = payloads[2]?.pull_request;
  assert.deepEqual([pull?.merge_commit_sha, pull?.merged_by?.login], [commitOid, "maya"]);
  assert.match(pull?.merged_at ?? "", /^\d{4}-\d\d-\d\dT/);
});

test("closing, opening, going back to a draft and pushing are told as such", async (context) => {
  const { sandbox, maya } = await openDraft(context);
  await maya.setDraft("acme/blog", 1, false);
  await maya.setDraft("acme/blog", 1, true);
  const { commitOid } = await maya.writeFile("acme/blog", "b.md", "B", "blog/a-talk");
  await maya.setPullRequestState("acme/blog", 1, "closed");
  await maya.setPullRequestState("acme/blog", 1, "open");
  const payloads = await told(sandbox);
  assert.deepEqual(payloads.map(summarize), [
    "ready_for_review open by maya",
    "converted_to_draft open by maya",
    "push refs/heads/blog/a-talk by maya",
    "synchronize open by maya",
    "closed closed by maya",
    "reopened open by maya",
  ]);
  const [synchronized, closed] = payloads.slice(3);
  assert.equal(synchronized?.after, commitOid);
  assert.equal(synchronized?.pull_request?.head.sha, commitOid);
  assert.deepEqual(
    [
      closed?.pull_request?.merged_at,
      closed?.pull_request?.merge_commit_sha,
      closed?.pull_request?.merged_by,
    ],
    [null, null, null],
  );
});

test("GraphQL opens a closed pull request again", async (context) => {
  const { sandbox, token, maya } = await openDraft(context);
  await maya.setPullRequestState("acme/blog", 1, "closed");
  const { body } = await maya.request("GET", "/repos/acme/blog/pulls/1");
  const reopen =
    "mutation($id: ID!) { reopenPullRequest(input: {pullRequestId: $id}) { pullRequest { state } } }";
  const answer = await ask(sandbox, token, reopen, { id: (body as { node_id: string }).node_id });
  assert.equal(answer.data.reopenPullRequest.pullRequest.state, "OPEN");
  assert.deepEqual((await told(sandbox)).map(summarize), [
    "closed closed by maya",
    "reopened open by galley[bot]",
  ]);
});

test("a pull request into a branch that was merged goes where that went, into one that was not it is closed", async (context) => {
  const { sandbox, blog, token, maya } = await openDraft(context);
  const head = (await maya.request("GET", "/repos/acme/blog/pulls/1")).body as { head: { sha: string } };
  const variables = { ...openVariables(blog, "blog/on-top"), base: head.head.sha };
  const onTop = open3.replace('baseRefName: "main"', 'baseRefName: "blog/a-talk"');
  variables.additions = [{ path: "content/blog/b.md", contents: Buffer.from("B").toString("base64") }];
  await ask(sandbox, token, onTop, variables);
  await maya.setDraft("acme/blog", 1, false);
  await maya.mergePullRequest("acme/blog", 1);
  await maya.deleteBranch("acme/blog", "blog/a-talk");
  const base = async () => {
    const { body } = await maya.request("GET", "/repos/acme/blog/pulls/2");
    const pull = body as { state: string; base: { ref: string } };
    return [pull.state, pull.base.ref];
  };
  assert.deepEqual(await base(), ["open", "main"]);

  const other = await openDraft(context);
  const top = { ...openVariables(other.blog, "blog/on-top"), base: other.blog.headOid };
  await ask(other.sandbox, other.token, onTop, { ...top, additions: variables.additions });
  await other.maya.deleteBranch("acme/blog", "blog/a-talk");
  const { body } = await other.maya.request("GET", "/repos/acme/blog/pulls?state=closed");
  assert.deepEqual(
    (body as { number: number }[]).map((one) => one.number),
    [2, 1],
  );
});
