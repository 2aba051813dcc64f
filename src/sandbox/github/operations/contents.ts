import { posix } from "node:path";
import { z } from "zod";
import { ApiError, notFound, UnknownOperationError } from "../errors.ts";
import type { TreeEntry } from "../git/parse-objects.ts";
import type { Call, Operation, RestAnswer, RestRequest } from "../operation.ts";
import { branchMoved } from "../refs.ts";
import { now, type Repository } from "../state.ts";
import { renderEntry, renderFileCommit } from "../views/content.ts";
import { authorSignature, userFor } from "../world.ts";
import { readBody } from "./read-body.ts";
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
    {
      scope: "repository",
      id: "repos/get-content",
      method: "GET",
      path: "/repos/:owner/:repo/contents/*path",
      act: readContent,
    },
    {
      // The folder at the top.
      scope: "repository",
      id: "repos/get-content",
      method: "GET",
      path: "/repos/:owner/:repo/contents",
      act: readContent,
    },
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
        const place = { path, ref: branch, size: Buffer.byteLength(wanted.content, "base64") };
        const content = written ? renderEntry(call.world, repository, written, place) : null;
        const commit = await renderFileCommit(call.world, repository, after);
        return { status: known ? 200 : 201, body: { content, commit } };
      },
    },
  ],
};

/** The old blob's oid must be given and must be right (`@octokit/fixtures`, "create-file"; docs.github.com, "Repository contents"). */
function checkExpected(path: string, known: string | undefined, given: string | undefined): void {
  if (known === given) return;
  const message =
    given === undefined ? `Invalid request.\n\n"sha" wasn't supplied.` : `${path} does not match ${given}`;
  throw new ApiError({ status: given === undefined ? 422 : 409, type: "UNPROCESSABLE", message });
}

/** A folder is a list, a file has its content, and so has a link to a file (`@octokit/openapi`, "Get repository content"). */
async function readContent(call: Call, repository: Repository, request: RestRequest): Promise<RestAnswer> {
  const { parameters, query, headers } = request;
  const path = parameters.path ?? "";
  const ref = query.get("ref") ?? repository.defaultBranch;
  const commit = await repository.git.read(`${ref}^{commit}`);
  const top = { mode: "040000", type: "tree", oid: `${ref}^{tree}`, name: "" } as const;
  const entry = commit && (path === "" ? top : await repository.git.entryAt(commit.oid, path));
  if (!entry) throw notFound();
  if (entry.type === "commit") throw new UnknownOperationError("The sandbox does not show submodules");
  if (entry.type === "tree")
    return { status: 200, body: await listFolder(call, repository, entry, { path, ref }) };
  const content = (await repository.git.read(entry.oid))?.content ?? Buffer.alloc(0);
  if (entry.mode === "120000") {
    const target = posix.join(posix.dirname(path), content.toString());
    const isFile = commit && (await repository.git.entryAt(commit.oid, target))?.type === "blob";
    if (isFile) return await readContent(call, repository, { ...request, parameters: { path: target } });
    const link = renderEntry(call.world, repository, entry, { path, ref, size: content.length });
    return { status: 200, body: { ...link, target: content.toString() } };
  }
  if (wantsRaw(headers.accept)) return { status: 200, body: content };
  const shown = renderEntry(call.world, repository, entry, { path, ref, size: content.length });
  return { status: 200, body: { ...shown, content: content.toString("base64"), encoding: "base64" } };
}

async function listFolder(
  call: Call,
  repository: Repository,
  folder: TreeEntry,
  { path, ref }: { path: string; ref: string },
) {
  const tree = await repository.git.read(folder.oid);
  const entries = await repository.git.readTree(tree?.oid ?? "");
  return await Promise.all(
    entries.map(async (one) => {
      const size = one.type === "blob" ? ((await repository.git.read(one.oid))?.content.length ?? 0) : 0;
      return renderEntry(call.world, repository, one, { path: posix.join(path, one.name), ref, size });
    }),
  );
}
