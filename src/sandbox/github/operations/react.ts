import type { AddReactionInput, RemoveReactionInput } from "@octokit/graphql-schema";
import { z } from "zod";
import { noSuchNode, notFound, unprocessable } from "../errors.ts";
import { findComment, findIssue, findNode, findReviewComment } from "../nodes.ts";
import { type Call, mutation, type Operation, type RepositoryOperation } from "../operation.ts";
import {
  type Comment,
  type Issue,
  newIdentity,
  now,
  type Reaction,
  type ReactionContent,
  type ReviewComment,
} from "../state.ts";
import { renderReaction, restContents } from "../views/reactions.ts";
import { userFor } from "../world.ts";
import { paginate } from "./paginate.ts";
import { readBody } from "./read-body.ts";

type Subject = Issue | Comment | ReviewComment;
type Find = (...args: Parameters<RepositoryOperation["act"]>) => Subject;

/** Reactions to issues, pull requests and comments: each account has each reaction once. */
export const react: Operation = {
  rest: [
    ...restOperations(
      "for-issue-comment",
      "issues/comments/:comment_id",
      (_call, repository, { parameters }) => findComment(repository, parameters.comment_id),
    ),
    ...restOperations("for-issue", "issues/:issue_number", (_call, repository, { parameters }) =>
      findIssue(repository, parameters.issue_number),
    ),
    ...restOperations(
      "for-pull-request-review-comment",
      "pulls/comments/:comment_id",
      (_call, repository, { parameters }) => findReviewComment(repository, parameters.comment_id),
    ),
  ],
  mutations: [
    mutation<AddReactionInput>({
      field: "addReaction",
      on: (call, input) => repositoryOf(findSubject(call, input.subjectId)),
      act: (call, input) => {
        const subject = findSubject(call, input.subjectId);
        return { subject, reaction: add(call, subject, input.content).reaction };
      },
    }),
    mutation<RemoveReactionInput>({
      field: "removeReaction",
      on: (call, input) => repositoryOf(findSubject(call, input.subjectId)),
      act: (call, input) => {
        const subject = findSubject(call, input.subjectId);
        const user = userFor(call.world, call.actor);
        const index = subject.reactions.findIndex(
          (one) => one.content === input.content && one.user === user,
        );
        if (index < 0) throw unprocessable("You have not reacted with that");
        const [reaction] = subject.reactions.splice(index, 1);
        return { subject, reaction };
      },
    }),
  ],
};

function restOperations(what: string, path: string, find: Find): RepositoryOperation[] {
  const common = { scope: "repository", path: `/repos/:owner/:repo/${path}/reactions` } as const;
  return [
    {
      ...common,
      id: `reactions/create-${what}`,
      method: "POST",
      act: (call, repository, request) => {
        const { content } = readBody(
          z.object({ content: z.enum(Object.values(restContents)) }),
          request.body,
        );
        const name = Object.entries(restContents).find(([, rest]) => rest === content)?.[0];
        const { reaction, fresh } = add(call, find(call, repository, request), name as ReactionContent);
        // 200 says that the reaction was there already (docs.github.com, "Reactions").
        return { status: fresh ? 201 : 200, body: renderReaction(call.world, reaction) };
      },
    },
    {
      ...common,
      id: `reactions/list-${what}`,
      method: "GET",
      act: (call, repository, request) => {
        const { reactions } = find(call, repository, request);
        return {
          status: 200,
          body: paginate(reactions, request.query).map((one) => renderReaction(call.world, one)),
        };
      },
    },
    {
      ...common,
      // GitHub's own name leaves a word out here.
      id: `reactions/delete-${what.replace("request-review-comment", "request-comment")}`,
      method: "DELETE",
      path: `${common.path}/:reaction_id`,
      act: (call, repository, request) => {
        const { reactions } = find(call, repository, request);
        const user = userFor(call.world, call.actor);
        const at = reactions.findIndex((one) => String(one.id) === request.parameters.reaction_id);
        if (at < 0 || reactions[at]?.user !== user) throw notFound();
        reactions.splice(at, 1);
        return { status: 204 };
      },
    },
  ];
}

function findSubject(call: Call, id: string): Subject {
  const node = findNode(call, id);
  if (node.kind === "issue" || node.kind === "comment" || node.kind === "review-comment") return node;
  throw noSuchNode(id);
}

function repositoryOf(subject: Subject) {
  if (subject.kind === "review-comment") return subject.pull.repository;
  return subject.kind === "comment" ? subject.issue.repository : subject.repository;
}

function add(call: Call, subject: Subject, content: ReactionContent): { reaction: Reaction; fresh: boolean } {
  const user = userFor(call.world, call.actor);
  const known = subject.reactions.find((one) => one.content === content && one.user === user);
  if (known) return { reaction: known, fresh: false };
  const reaction: Reaction = { ...newIdentity(call.world, "REA"), content, user, createdAt: now() };
  subject.reactions.push(reaction);
  return { reaction, fresh: true };
}
