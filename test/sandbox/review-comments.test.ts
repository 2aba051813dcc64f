import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, open3, openBlog, openVariables } from "./support.ts";

type Remark = { id: number; path: string; line?: number; diff_hunk: string; in_reply_to_id?: number };

test("a remark stands on a line of the diff, is answered, changed by its author alone, and taken away", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  const opened = await ask(sandbox, token, open3, openVariables(blog));
  const head = opened.data.createPullRequest.pullRequest.headRefOid;
  const maya = sandbox.as("maya");
  const pull = "/repos/acme/blog/pulls/1";
  const place = { path: "content/blog/a-talk.md", line: 1, commit_id: head, body: "Who says so?" };
  const made = await maya.request("POST", `${pull}/comments`, place);
  const remark = made.body as Remark;
  assert.deepEqual(
    [made.status, remark.path, remark.line, remark.diff_hunk],
    [201, "content/blog/a-talk.md", 1, "@@ -0,0 +1 @@\n+# A talk"],
  );
  const answered = await maya.request("POST", `${pull}/comments/${remark.id}/replies`, { body: "Maya" });
  assert.equal((answered.body as Remark).in_reply_to_id, remark.id);
  const path = `/repos/acme/blog/pulls/comments/${remark.id}`;
  assert.equal((await sandbox.as("stranger").request("PATCH", path, { body: "Mine" })).status, 403);
  assert.equal((await maya.request("PATCH", path, { body: "Who says that?" })).status, 200);
  assert.equal((await maya.request("GET", pull)).status, 200);
  const counted = (await maya.request("GET", pull)).body as Record<string, number>;
  assert.deepEqual(
    [counted.review_comments, counted.commits, counted.changed_files, counted.additions],
    [2, 1, 1, 1],
  );
  assert.equal((await maya.request("DELETE", path)).status, 204);
  assert.equal((await maya.request("GET", path)).status, 404);
  const whole = { path: place.path, subject_type: "file", commit_id: head, body: "All of it" };
  assert.equal((await maya.request("POST", `${pull}/comments`, whole)).status, 201);
  assert.equal((await maya.request("POST", `${pull}/comments`, { ...place, line: 2 })).status, 422);
});
