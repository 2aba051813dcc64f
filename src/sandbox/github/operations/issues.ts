import type { CloseIssueInput, ReopenIssueInput } from "@octokit/graphql-schema";
import { z } from "zod";
import { checkIssueBody, noSuchNode } from "../errors.ts";
import { emitIssue } from "../events.ts";
import { findOrMakeLabels, mayLabel } from "../labels.ts";
import { findIssue, findIssueNode } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import { requireRole } from "../permissions.ts";
import { type Issue, now } from "../state.ts";
import { renderIssue } from "../views/issue.ts";
import { repositoryUrls } from "../views/urls.ts";
import { userFor } from "../world.ts";
import { linkPages, paginate } from "./paginate.ts";
import { readBody } from "./read-body.ts";

const Change = z.object({
  title: z.string().min(1).optional(),
  body: z.string().nullish(),
  state: z.enum(["open", "closed"]).optional(),
  labels: z.array(z.string()).optional(),
});

/** Issues listed, changed, closed and opened again. */
export const issues: Operation = {
  rest: [
    {
      scope: "repository",
      id: "issues/list-for-repo",
      method: "GET",
      path: "/repos/:owner/:repo/issues",
      act: (call, repository, { query }) => {
        const state = query.get("state") ?? "open";
        const labels = query.get("labels")?.toLowerCase().split(",").filter(Boolean) ?? [];
        // Pull requests are issues too, and all of the labels must be there (`@octokit/openapi`, "List repository issues").
        const found = repository.issues
          .filter((one) => state === "all" || one.state === state)
          .filter((one) => labels.every((name) => one.labels.some((own) => own.name.toLowerCase() === name)))
          .toReversed();
        return {
          status: 200,
          headers: linkPages(`${repositoryUrls(call.world, repository).api}/issues`, found.length, query),
          body: paginate(found, query).map((one) => renderIssue(call.world, one)),
        };
      },
    },
    {
      scope: "repository",
      id: "issues/update",
      method: "PATCH",
      path: "/repos/:owner/:repo/issues/:issue_number",
      act: (call, repository, { parameters, body }) => {
        const issue = findIssue(repository, parameters.issue_number);
        requireAuthor(call, issue);
        const { labels, state, ...texts } = readBody(Change, body);
        checkIssueBody(texts.body ?? "");
        issue.title = texts.title ?? issue.title;
        issue.body = texts.body ?? issue.body;
        issue.updatedAt = now();
        if (labels && mayLabel(call, repository)) issue.labels = findOrMakeLabels(call, repository, labels);
        if (state) setState(call, issue, state);
        return { status: 200, body: renderIssue(call.world, issue) };
      },
    },
  ],
  mutations: [
    mutation<CloseIssueInput>({
      field: "closeIssue",
      on: (call, input) => findPlainIssue(call, input.issueId).repository,
      act: (call, input) => ({ issue: change(call, input.issueId, "closed") }),
    }),
    mutation<ReopenIssueInput>({
      field: "reopenIssue",
      on: (call, input) => findPlainIssue(call, input.issueId).repository,
      act: (call, input) => ({ issue: change(call, input.issueId, "open") }),
    }),
  ],
};

function change(call: Call, id: string, state: Issue["state"]): Issue {
  const issue = findPlainIssue(call, id);
  requireAuthor(call, issue);
  setState(call, issue, state);
  return issue;
}

function findPlainIssue(call: Call, id: string): Issue {
  const issue = findIssueNode(call, id);
  if (issue.pull) throw noSuchNode(id);
  return issue;
}

/** What somebody else wrote is changed by those who may sort it, and by an App. */
function requireAuthor(call: Call, issue: Issue): void {
  if (call.actor.kind !== "person" || call.actor.user === issue.author) return;
  requireRole(call.actor, issue.repository, "triage");
}

/** Saying what is so already changes nothing and tells nobody. A pull request has its own operations for this. */
function setState(call: Call, issue: Issue, state: Issue["state"]): void {
  if (issue.state === state || issue.pull) return;
  issue.state = state;
  issue.closedAt = state === "closed" ? now() : null;
  issue.updatedAt = now();
  emitIssue(call.world, state === "closed" ? "closed" : "reopened", issue, userFor(call.world, call.actor));
}
