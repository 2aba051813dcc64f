import { z } from "zod";
import { ApiError, notFound } from "../errors.ts";
import type { Operation, RepositoryOperation } from "../operation.ts";
import { requireUnprotected } from "../protected-branches.ts";
import { branchMoved } from "../refs.ts";
import { now } from "../state.ts";
import { renderFileCommit } from "../views/content.ts";
import { authorSignature, userFor } from "../world.ts";
import { readBody } from "./read-body.ts";
import { readContents, renderEntry } from "./read-contents.ts";
import { wantsRaw } from "./read-git.ts";

const Write = z.object({
  message: z.string().min(1),
  content: z.base64(),
  branch: z.string().optional(),
  sha: z.string().optional(),
});

/** Files by their path: read as a person looks, written as a person edits on the web page. */
export const contents: Operation = {
  rest: [
    readOperation("/repos/:owner/:repo/contents"),
    readOperation("/repos/:owner/:repo/contents/*path"),
    {
      scope: "repository",
      id: "repos/create-or-update-file-contents",
      method: "PUT",
      path: "/repos/:owner/:repo/contents/*path",
      act: async (call, repository, { parameters, body }) => {
        const wanted = readBody(Write, body);
        const path = parameters.path ?? "";
        const branch = wanted.branch ?? repository.defaultBranch;
        const ref = `refs/heads/${branch}`;
        const before = await repository.git.readRef(ref);
        if (before === undefined) throw notFound();
        requireUnprotected(repository, ref);
        const known = await repository.git.entryAt(before, path);
        checkExpected(path, known?.oid, wanted.sha);
        const user = userFor(call.world, call.actor);
        const author = { ...authorSignature(user), date: now() };
        const after = await repository.git.writeCommit({
          parent: before,
          additions: [
            { path, mode: known?.mode ?? "100644", content: Buffer.from(wanted.content, "base64") },
          ],
          deletions: [],
          message: `${wanted.message}\n`,
          author,
          committer: { name: "GitHub", email: "noreply@github.com", date: author.date },
        });
        await repository.git.updateRef(ref, after, before);
        await branchMoved(call.world, repository, user, { ref, before, after });
        const written = await repository.git.entryAt(after, path);
        const place = { path, ref: branch, commitOid: after };
        const size = Buffer.byteLength(wanted.content, "base64");
        const content = written ? { ...renderEntry(call.world, repository, written, place), size } : null;
        const commit = await renderFileCommit(call.world, repository, after);
        return { status: known ? 200 : 201, body: { content, commit } };
      },
    },
  ],
};

/** The root has no path. */
function readOperation(path: string): RepositoryOperation {
  return {
    scope: "repository",
    id: "repos/get-content",
    method: "GET",
    path,
    act: async (call, repository, { parameters, query, headers }) => {
      const ref = query.get("ref") ?? repository.defaultBranch;
      const commit = await repository.git.read(`${ref}^{commit}`);
      if (!commit) throw notFound();
      const place = { path: parameters.path ?? "", commitOid: commit.oid, ref };
      return await readContents(call.world, repository, place, wantsRaw(headers.accept));
    },
  };
}

/** The old blob's oid must be given and must be right (public threads Shiphero/shbin#26, pksunkara/octonode#249; docs.github.com, "Repository contents"). */
function checkExpected(path: string, known: string | undefined, given: string | undefined): void {
  if (known === given) return;
  const message =
    given === undefined ? `Invalid request.\n\n"sha" wasn't supplied.` : `${path} does not match ${given}`;
  throw new ApiError({ status: given === undefined ? 422 : 409, type: "UNPROCESSABLE", message });
}
