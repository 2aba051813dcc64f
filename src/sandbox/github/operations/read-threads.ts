import { z } from "zod";
import { checkIssueBody, checkIssueTitle } from "../errors.ts";
import { emitIssue } from "../events.ts";
import { findOrMakeLabels, mayLabel } from "../labels.ts";
import { findComment, findIssue } from "../nodes.ts";
import { type Call, type Operation, reading } from "../operation.ts";
import { type Issue, newIdentity, now, type Repository } from "../state.ts";
import { renderComment, renderFullIssue } from "../views/issue.ts";
import { userFor } from "../world.ts";
import { paginate } from "./paginate.ts";
import { readBody } from "./read-body.ts";

const NewIssue = z.object({
  title: z.string().min(1),
  body: z.string().nullish(),
  labels: z.array(z.string()).default([]),
});

/** Issues and comments, read and opened as a person does. */
export const readThreads: Operation = {
  rest: [
    {
      scope: "repository",
      id: "issues/create",
      method: "POST",
      path: "/repos/:owner/:repo/issues",
      act: (call, repository, { body }) => {
        const wanted = readBody(NewIssue, body);
        // Without the role for it, labels are dropped without a word (`issues/create` in `@octokit/openapi`).
        const labels = mayLabel(call, repository) ? findOrMakeLabels(call, repository, wanted.labels) : [];
        const issue = open(call, repository, { title: wanted.title, body: wanted.body ?? "", labels });
        return { status: 201, body: renderFullIssue(call.world, issue) };
      },
    },
    reading({
      id: "issues/get-comment",
      path: "/repos/:owner/:repo/issues/comments/:comment_id",
      show: (call, repository, { parameters }) =>
        renderComment(call.world, findComment(repository, parameters.comment_id)),
    }),
    reading({
      id: "issues/get",
      path: "/repos/:owner/:repo/issues/:issue_number",
      show: (call, repository, { parameters }) =>
        renderFullIssue(call.world, findIssue(repository, parameters.issue_number)),
    }),
    reading({
      id: "issues/list-comments",
      path: "/repos/:owner/:repo/issues/:issue_number/comments",
      show: (call, repository, { parameters, query }) => {
        const { comments } = findIssue(repository, parameters.issue_number);
        return paginate(comments, query).map((one) => renderComment(call.world, one));
      },
    }),
  ],
};

function open(
  call: Call,
  repository: Repository,
  { title, body, labels }: Pick<Issue, "title" | "body" | "labels">,
): Issue {
  checkIssueTitle(title);
  checkIssueBody(body);
  const author = userFor(call.world, call.actor);
  const time = now();
  const issue: Issue = {
    ...newIdentity(call.world, "I"),
    kind: "issue",
    repository,
    number: repository.issues.length + 1,
    title,
    body,
    author,
    state: "open",
    createdAt: time,
    updatedAt: time,
    closedAt: null,
    labels,
    comments: [],
    reactions: [],
    locked: false,
    pull: undefined,
  };
  repository.issues.push(issue);
  call.world.nodes.set(issue.nodeId, issue);
  emitIssue(call.world, "opened", issue, author);
  return issue;
}
