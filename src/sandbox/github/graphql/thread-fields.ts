import { type Comment, type Issue, type LabelNode, type Reaction, reactionContents } from "../state.ts";
import { association, renderComment } from "../views/issue.ts";
import { issueUrl } from "../views/urls.ts";
import { userFor } from "../world.ts";
import { connection, type Page } from "./connection.ts";
import type { Fields } from "./fields.ts";

const reactable: Fields<{ reactions: readonly Reaction[] }> = {
  reactions: ({ reactions }, page: Page) => connection("reactions", reactions, page),
  reactionGroups: ({ reactions }) =>
    reactionContents.map((content) => {
      const reactors = reactions.filter((one) => one.content === content).map((one) => one.user);
      return { content, reactors: (page: Page) => connection("reactors", reactors, page) };
    }),
};

/** What issues, pull requests and comments have in common. */
const written: Fields<Issue | Comment> = {
  ...reactable,
  id: (one) => one.nodeId,
  databaseId: (one) => one.id,
  fullDatabaseId: (one) => String(one.id),
  body: (one) => one.body,
  bodyText: (one) => one.body,
  author: (one) => one.author,
  viewerDidAuthor: (one, _args, call) => one.author.id === userFor(call.world, call.actor).id,
  authorAssociation: (one) =>
    association(one.kind === "comment" ? one.issue.repository : one.repository, one.author),
  createdAt: (one) => one.createdAt,
  updatedAt: (one) => one.updatedAt,
};

export const issueFields: Fields<Issue> = {
  ...(written as Fields<Issue>),
  number: (issue) => issue.number,
  title: (issue) => issue.title,
  url: (issue, _args, call) => issueUrl(call.world, issue),
  state: (issue) => issue.state.toUpperCase(),
  closed: (issue) => issue.state === "closed",
  closedAt: (issue) => issue.closedAt,
  locked: (issue) => issue.locked,
  repository: (issue) => issue.repository,
  labels: ({ labels, repository }, page: Page) =>
    connection(
      "labels",
      labels.map((label): LabelNode => ({ kind: "label", repository, label })),
      page,
    ),
  comments: (issue, page: Page) => connection("comments", issue.comments, page),
};

export const commentFields: Fields<Comment> = {
  ...(written as Fields<Comment>),
  url: (comment, _args, call) => renderComment(call.world, comment).html_url,
  issue: (comment) => comment.issue,
  pullRequest: (comment) => (comment.issue.pull ? comment.issue : null),
  repository: (comment) => comment.issue.repository,
};

export const labelFields: Fields<LabelNode> = {
  id: ({ label }) => label.nodeId,
  name: ({ label }) => label.name,
  color: ({ label }) => label.color,
  description: ({ label }) => label.description,
  isDefault: () => false,
  repository: ({ repository }) => repository,
};

export const reactionFields: Fields<Reaction> = {
  id: (reaction) => reaction.nodeId,
  databaseId: (reaction) => reaction.id,
  content: (reaction) => reaction.content,
  createdAt: (reaction) => reaction.createdAt,
  // A bot is no `User`, and `Reaction.user` can hold nothing else.
  user: (reaction) => (reaction.user.type === "User" ? reaction.user : null),
};
