import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, open3, openBlog, openVariables, send } from "./support.ts";

test("a request that finishes a draft: labels, comment, reactions and two check runs under aliases", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  const issue = await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  const asked = await sandbox.as("maya").comment("acme/blog", issue.number, "/draft");
  const started = await ask(
    sandbox,
    token,
    `mutation($issue: ID!, $comment: ID!) {
      addReaction(input: {subjectId: $comment, content: EYES}) { reaction { content user { login } } }
      addComment(input: {subjectId: $issue, body: "Reading"}) { commentEdge { node { id databaseId } } }
      createLabel: createLabel(input: {repositoryId: "${blog.nodeId}", name: "blog-draft", color: "ededed"}) { label { id name } }
    }`,
    { issue: issue.nodeId, comment: asked.nodeId },
  );
  assert.equal(started.errors, undefined);
  const opened = await ask(sandbox, token, open3, openVariables(blog));
  const pull = opened.data.createPullRequest.pullRequest;
  const finished = await ask(
    sandbox,
    token,
    `mutation($pull: ID!, $labels: [ID!]!, $note: ID!, $comment: ID!, $head: GitObjectID!, $annotations: [CheckAnnotationData!]!) {
      addLabelsToLabelable(input: {labelableId: $pull, labelIds: $labels}) { labelable { __typename ... on PullRequest { labels(first: 5) { nodes { name } } } } }
      updateIssueComment(input: {id: $note, body: "Done"}) { issueComment { body } }
      removeReaction(input: {subjectId: $comment, content: EYES}) { reaction { content } }
      addReaction(input: {subjectId: $comment, content: ROCKET}) { subject { __typename } }
      quotes: createCheckRun(input: {repositoryId: "${blog.nodeId}", name: "quotes", headSha: $head, conclusion: SUCCESS, output: {title: "t", summary: "s", annotations: $annotations}}) { checkRun { id status conclusion annotations(first: 1) { totalCount } } }
      style: createCheckRun(input: {repositoryId: "${blog.nodeId}", name: "style", headSha: $head, status: IN_PROGRESS}) { checkRun { status conclusion } }
    }`,
    {
      pull: pull.id,
      labels: [started.data.createLabel.label.id],
      note: started.data.addComment.commentEdge.node.id,
      comment: asked.nodeId,
      head: pull.headRefOid,
      annotations: Array.from({ length: 50 }, (_, line) => annotation(line + 1)),
    },
  );
  const checkId = finished.data.quotes.checkRun.id;
  delete finished.data.quotes.checkRun.id;
  assert.deepEqual(finished, {
    status: 200,
    data: {
      addLabelsToLabelable: {
        labelable: { __typename: "PullRequest", labels: { nodes: [{ name: "blog-draft" }] } },
      },
      updateIssueComment: { issueComment: { body: "Done" } },
      removeReaction: { reaction: { content: "EYES" } },
      addReaction: { subject: { __typename: "IssueComment" } },
      quotes: {
        checkRun: { status: "COMPLETED", conclusion: "SUCCESS", annotations: { totalCount: 50 } },
      },
      style: { checkRun: { status: "IN_PROGRESS", conclusion: null } },
    },
  });
  const more = await ask(
    sandbox,
    token,
    `mutation($annotations: [CheckAnnotationData!]!) { updateCheckRun(input: {repositoryId: "${blog.nodeId}", checkRunId: "${checkId}", output: {title: "t", summary: "s", annotations: $annotations}}) { checkRun { annotations(first: 1) { totalCount } } } }`,
    { annotations: [annotation(51)] },
  );
  assert.equal(more.data.updateCheckRun.checkRun.annotations.totalCount, 51);
  const comments = await sandbox.as("maya").comments("acme/blog", issue.number);
  assert.deepEqual(
    comments.map(({ login, body }) => `${login}: ${body}`),
    ["maya: /draft", "galley[bot]: Done"],
  );
});

function annotation(line: number) {
  return {
    path: "content/blog/a-talk.md",
    annotationLevel: "WARNING",
    message: "m",
    location: { startLine: line, endLine: line },
  };
}

test("more than fifty annotations and bodies of more than 65,536 characters are refused", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  const issue = await sandbox
    .as("maya")
    .openIssue("acme/blog", { title: "A talk", body: "x".repeat(65_536) });
  const run = await ask(
    sandbox,
    token,
    `mutation($a: [CheckAnnotationData!]!) { createCheckRun(input: {repositoryId: "${blog.nodeId}", name: "n", headSha: "${blog.headOid}", output: {title: "t", summary: "s", annotations: $a}}) { checkRun { id } } }`,
    { a: Array.from({ length: 51 }, (_, line) => annotation(line + 1)) },
  );
  assert.match(run.errors?.[0]?.message ?? "", /No more than 50 items are allowed; 51 were supplied/);
  const path = `v3/repos/acme/blog/issues/${issue.number}/comments`;
  const fits = await send(sandbox, { path, token, body: { body: "x".repeat(65_536) } });
  assert.equal(fits.status, 201);
  const long = await send(sandbox, { path, token, body: { body: "x".repeat(65_537) } });
  assert.equal(long.status, 422);
  assert.deepEqual(long.body, {
    message: "Validation Failed",
    errors: [
      {
        resource: "IssueComment",
        code: "unprocessable",
        field: "data",
        message: "Body is too long (maximum is 65536 characters)",
      },
    ],
    documentation_url: "https://docs.github.com/rest",
    status: "422",
  });
});

test("REST reactions are made once", async (context) => {
  const { sandbox, token } = await openBlog(context);
  await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  const { id } = await sandbox.as("maya").comment("acme/blog", 1, "/draft");
  const path = `v3/repos/acme/blog/issues/comments/${id}/reactions`;
  const statuses = [];
  for (const content of ["eyes", "eyes", "thumbsup"])
    statuses.push((await send(sandbox, { path, token, body: { content } })).status);
  assert.deepEqual(statuses, [201, 200, 422]);
  const list = await send(sandbox, { path, token });
  assert.deepEqual(
    (list.body as { content: string; user: { login: string } }[]).map(
      (one) => `${one.user.login} ${one.content}`,
    ),
    ["galley[bot] eyes"],
  );
});
