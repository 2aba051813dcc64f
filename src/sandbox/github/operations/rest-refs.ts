import type { UpdateRefInput } from "@octokit/graphql-schema";
import { z } from "zod";
import { ApiError, unprocessable } from "../errors.ts";
import { GitError } from "../git/run-git.ts";
import { findRefNode } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import { requireUnprotected } from "../protected-branches.ts";
import { branchMoved } from "../refs.ts";
import type { Repository } from "../state.ts";
import { renderRef } from "../views/git.ts";
import { userFor } from "../world.ts";
import { readBody } from "./read-body.ts";

const Create = z.object({ ref: z.string(), sha: z.string() });
const Update = z.object({ sha: z.string(), force: z.boolean().default(false) });

/** Branches and tags made by REST, and moved. */
export const restRefs: Operation = {
  rest: [
    {
      scope: "repository",
      id: "git/create-ref",
      method: "POST",
      path: "/repos/:owner/:repo/git/refs",
      act: async (call, repository, { body }) => {
        const { ref: name, sha: oid } = readBody(Create, body);
        await create(call, repository, name, oid);
        return { status: 201, body: renderRef(call.world, repository, { name, oid }) };
      },
    },
    {
      scope: "repository",
      id: "git/update-ref",
      method: "PATCH",
      path: "/repos/:owner/:repo/git/refs/*ref",
      act: async (call, repository, { parameters, body }) => {
        const { sha: oid, force } = readBody(Update, body);
        const name = `refs/${parameters.ref}`;
        await update(call, repository, name, { oid, force });
        return { status: 200, body: renderRef(call.world, repository, { name, oid }) };
      },
    },
  ],
  mutations: [
    mutation<UpdateRefInput>({
      field: "updateRef",
      on: (call, input) => findRefNode(call, input.refId).repository,
      act: async (call, input, repository) => {
        const { name } = findRefNode(call, input.refId);
        const oid = String(input.oid);
        await update(call, repository, name, { oid, force: input.force ?? false });
        return { ref: { kind: "ref", repository, name, oid } };
      },
    }),
  ],
};

async function create(call: Call, repository: Repository, name: string, oid: string): Promise<void> {
  const { git } = repository;
  // `@octokit/openapi`, "Create a reference": the name must start with `refs` and have at least two slashes.
  if (!/^refs\/[^/]+\/./.test(name)) throw unprocessable("Reference name must start with 'refs/'.");
  if (!(await git.readCommit(oid))) throw unprocessable("Object does not exist");
  // Public thread renovatebot/renovate#20281.
  if ((await git.readRef(name)) !== undefined) throw unprocessable("Reference already exists");
  await move(repository, name, oid, undefined);
  await branchMoved(call.world, repository, userFor(call.world, call.actor), {
    ref: name,
    before: undefined,
    after: oid,
  });
}

async function update(
  call: Call,
  repository: Repository,
  name: string,
  { oid, force }: { oid: string; force: boolean },
): Promise<void> {
  const { git } = repository;
  const before = await git.readRef(name);
  if (before === undefined) throw unprocessable("Reference does not exist");
  if (!(await git.readCommit(oid))) throw unprocessable("Object does not exist");
  requireUnprotected(repository, name);
  // What `before` has and `oid` has not would be lost (public threads rust-lang/homu#75, prose/prose#148).
  if (!force && (await git.countCommits(oid, before)) > 0)
    throw unprocessable("Update is not a fast forward");
  await move(repository, name, oid, before);
  await branchMoved(call.world, repository, userFor(call.world, call.actor), {
    ref: name,
    before,
    after: oid,
  });
}

/** A name that git refuses, or that clashes with a folder of refs (public thread release-plz/action#518). */
async function move(
  repository: Repository,
  name: string,
  oid: string,
  before: string | undefined,
): Promise<void> {
  try {
    await repository.git.updateRef(name, oid, before);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new ApiError({ status: 422, type: "UNPROCESSABLE", message: "Reference update failed" });
  }
}
