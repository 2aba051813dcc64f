import type { ClosePullRequestInput, UpdatePullRequestInput } from "@octokit/graphql-schema";
import { z } from "zod";
import { checkIssueBody, notFound } from "../errors.ts";
import { emitPull } from "../events.ts";
import { findIssue, findPullNode, isPull } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import { closePull, reopenPull } from "../refs.ts";
import { now, type PullRequest } from "../state.ts";
import { renderPullRequest } from "../views/pull-request.ts";
import { userFor } from "../world.ts";
import { readBody } from "./read-body.ts";
import { retargetPullRequest } from "./retarget-pull-request.ts";

/** REST knows no `draft` here: a draft is made ready by GraphQL only (`@octokit/openapi`, "Update a pull request"). */
const Body = z.object({
  title: z.string().optional(),
  body: z.string().nullish(),
  state: z.enum(["open", "closed"]).optional(),
  base: z.string().optional(),
});

type Change = {
  title?: string | null;
  body?: string | null;
  state?: "open" | "closed" | undefined;
  base?: string | null | undefined;
};

/** Title, text and state of a pull request. */
export const updatePullRequest: Operation = {
  rest: [
    {
      scope: "repository",
      id: "pulls/update",
      method: "PATCH",
      path: "/repos/:owner/:repo/pulls/:pull_number",
      act: async (call, repository, { parameters, body }) => {
        const pull = findIssue(repository, parameters.pull_number);
        if (!isPull(pull)) throw notFound();
        const { title = null, body: text = null, state, base } = readBody(Body, body);
        await update(call, pull, { title, body: text, state, base });
        return { status: 200, body: renderPullRequest(call.world, pull) };
      },
    },
  ],
  mutations: [
    mutation<UpdatePullRequestInput>({
      field: "updatePullRequest",
      on: (call, input) => findPullNode(call, input.pullRequestId).repository,
      act: async (call, input) => {
        const pull = findPullNode(call, input.pullRequestId);
        const { title = null, body = null } = input;
        const state = input.state ? (input.state === "OPEN" ? "open" : "closed") : undefined;
        await update(call, pull, { title, body, state, base: input.baseRefName });
        return { actor: userFor(call.world, call.actor), pullRequest: pull };
      },
    }),
    mutation<ClosePullRequestInput>({
      field: "closePullRequest",
      on: (call, input) => findPullNode(call, input.pullRequestId).repository,
      act: async (call, input) => {
        const pull = findPullNode(call, input.pullRequestId);
        await update(call, pull, { state: "closed" });
        return { pullRequest: pull };
      },
    }),
  ],
};

async function update(call: Call, pull: PullRequest, change: Change): Promise<void> {
  checkIssueBody(change.body ?? "");
  const sender = userFor(call.world, call.actor);
  if (change.base) await retargetPullRequest(call.world, pull, sender, change.base);
  const changes: Record<string, { from: string }> = {};
  for (const key of ["title", "body"] as const) {
    const value = change[key] ?? pull[key];
    if (value === pull[key]) continue;
    changes[key] = { from: pull[key] };
    pull[key] = value;
    pull.updatedAt = now();
  }
  if (Object.keys(changes).length > 0) emitPull(call.world, pull, sender, { action: "edited", changes });
  if (change.state === "closed") closePull(call.world, pull, sender);
  if (change.state === "open") await reopenPull(call.world, pull, sender);
}
