import { notFound } from "../errors.ts";
import { findPull, isPull } from "../nodes.ts";
import type { Operation } from "../operation.ts";
import { renderPullRequest } from "../views/pull-request.ts";
import { paginate } from "./paginate.ts";

/** Pull requests, one or many. */
export const readPullRequests: Operation = {
  rest: [
    {
      scope: "repository",
      id: "pulls/list",
      method: "GET",
      path: "/repos/:owner/:repo/pulls",
      act: (call, repository, { query }) => {
        const state = query.get("state") ?? "open";
        const head = query.get("head");
        const found = repository.issues
          .filter(isPull)
          .filter((one) => state === "all" || one.state === state)
          .filter((one) => !head || `${repository.owner.login}:${one.pull.headBranch}` === head)
          .toReversed();
        return { status: 200, body: paginate(found, query).map((one) => renderPullRequest(call.world, one)) };
      },
    },
    {
      scope: "repository",
      id: "pulls/get",
      method: "GET",
      path: "/repos/:owner/:repo/pulls/:pull_number",
      act: (call, repository, { parameters }) => {
        const pull = findPull(repository, parameters.pull_number);
        return { status: 200, body: renderPullRequest(call.world, pull) };
      },
    },
    {
      scope: "repository",
      id: "pulls/check-if-merged",
      method: "GET",
      path: "/repos/:owner/:repo/pulls/:pull_number/merge",
      act: (_call, repository, { parameters }) => {
        if (!findPull(repository, parameters.pull_number).pull.merge) throw notFound();
        return { status: 204 };
      },
    },
  ],
};
