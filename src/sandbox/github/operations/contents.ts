import { z } from "zod";
import { ApiError, notFound } from "../errors.ts";
import type { TreeEntry } from "../git/parse-objects.ts";
import type { Operation } from "../operation.ts";
import { branchMoved } from "../refs.ts";
import { now, type Repository, type World } from "../state.ts";
import { repositoryUrls } from "../views/urls.ts";
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
      act: async (call, repository, { parameters, query, headers }) => {
        const path = parameters.path ?? "";
        const commit = await repository.git.read(`${query.get("ref") ?? repository.defaultBranch}^{commit}`);
        const entry = commit && (await repository.git.entryAt(commit.oid, path));
        if (!entry) throw notFound();
        if (entry.type === "tree") {
          const entries = await repository.git.readTree(entry.oid);
          return {
            status: 200,
            body: entries.map((one) => renderEntry(call.world, repository, one, `${path}/${one.name}`)),
          };
        }
        const content = (await repository.git.read(entry.oid))?.content ?? Buffer.alloc(0);
        if (wantsRaw(headers.accept)) return { status: 200, body: content };
        const shown = renderEntry(call.world, repository, entry, path);
        return {
          status: 200,
          body: { ...shown, size: content.length, encoding: "base64", content: content.toString("base64") },
        };
      },
    },
    {
      scope: "repository",
      id: "repos/create-or-update-file-contents",
      method: "PUT",
      path: "/repos/:owner/:repo/contents/*path",
      act: async (call, repository, { parameters, body }) => {
        const wanted = readBody(Write, body);
        const path = parameters.path ?? "";
        const ref = `refs/heads/${wanted.branch ?? repository.defaultBranch}`;
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
        return {
          status: known ? 200 : 201,
          body: { content: null, commit: { sha: after, message: wanted.message } },
        };
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

function renderEntry(world: World, repository: Repository, entry: TreeEntry, path: string) {
  const { api, html } = repositoryUrls(world, repository);
  const type =
    entry.mode === "120000" ? "symlink" : { blob: "file", tree: "dir", commit: "submodule" }[entry.type];
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return {
    type,
    name: entry.name,
    path,
    sha: entry.oid,
    url: `${api}/contents/${encoded}`,
    git_url: `${api}/git/${entry.type}s/${entry.oid}`,
    html_url: `${html}/${entry.type}/${repository.defaultBranch}/${encoded}`,
  };
}
