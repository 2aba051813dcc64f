import type { CreateRefInput } from "@octokit/graphql-schema";
import { notFound, unprocessable } from "../errors.ts";
import { GitError } from "../git/run-git.ts";
import { findRepositoryNode } from "../nodes.ts";
import { mutation, type Operation } from "../operation.ts";
import { branchMoved } from "../refs.ts";
import { userFor } from "../world.ts";

/** Makes a branch or a tag; never moves one. */
export const createRef: Operation = {
  mutations: [
    mutation<CreateRefInput>({
      field: "createRef",
      on: (call, input) => findRepositoryNode(call, input.repositoryId),
      act: async (call, { name, oid }, repository) => {
        const { git } = repository;
        // The wording for an oid that is no commit was not found; only that it is refused is known.
        if (!(await git.readCommit(String(oid))))
          throw notFound(`Could not resolve to a Commit with the oid of '${oid}'`);
        // Public threads decaporg/decap-cms and sveltia/sveltia-cms match on this sentence.
        const taken = () => unprocessable(`A ref named "${name}" already exists in the repository.`);
        if ((await git.readRef(name)) !== undefined) throw taken();
        try {
          await git.updateRef(name, String(oid), undefined);
        } catch (error) {
          if (!(error instanceof GitError)) throw error;
          if ((await git.readRef(name)) !== undefined) throw taken();
          // A malformed name, or one that clashes with a folder of refs (public thread vscode-remote-repositories-github#122).
          throw unprocessable("Ref cannot be created.");
        }
        const move = { ref: name, before: undefined, after: String(oid) };
        await branchMoved(call.world, repository, userFor(call.world, call.actor), move);
        return { ref: { kind: "ref", repository, name, oid } };
      },
    }),
  ],
};
