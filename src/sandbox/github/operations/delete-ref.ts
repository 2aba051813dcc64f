import type { DeleteRefInput } from "@octokit/graphql-schema";
import { unprocessable } from "../errors.ts";
import { findRefNode } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import { branchMoved } from "../refs.ts";
import type { Repository } from "../state.ts";
import { userFor } from "../world.ts";

/** Deletes a branch; open pull requests from it are closed. */
export const deleteRef: Operation = {
  rest: [
    {
      scope: "repository",
      id: "git/delete-ref",
      method: "DELETE",
      path: "/repos/:owner/:repo/git/refs/*ref",
      act: async (call, repository, { parameters }) => {
        await remove(call, repository, `refs/${parameters.ref}`);
        return { status: 204 };
      },
    },
  ],
  mutations: [
    mutation<DeleteRefInput>({
      field: "deleteRef",
      on: (call, input) => findRefNode(call, input.refId).repository,
      act: async (call, input, repository) => {
        await remove(call, repository, findRefNode(call, input.refId).name);
        return {};
      },
    }),
  ],
};

async function remove(call: Call, repository: Repository, ref: string): Promise<void> {
  const before = await repository.git.readRef(ref);
  // 422, not 404: the race with "automatically delete head branches" (public thread Mergify#3757).
  if (before === undefined) throw unprocessable("Reference does not exist");
  if (ref === `refs/heads/${repository.defaultBranch}`)
    throw unprocessable("Cannot delete the default branch");
  await repository.git.deleteRef(ref, before);
  await branchMoved(call.world, repository, userFor(call.world, call.actor), {
    ref,
    before,
    after: undefined,
  });
}
