import { notFound } from "../errors.ts";
import type { TreeEntry } from "../git/parse-objects.ts";
import type { Operation } from "../operation.ts";
import type { Repository } from "../state.ts";
import { renderGitCommit, renderTreeEntry } from "../views/git.ts";
import { repositoryUrls } from "../views/urls.ts";
import { paginate } from "./paginate.ts";

/** `@octokit/openapi`, "Get a tree": more entries are cut off, and `truncated` says so. */
const maxEntries = 100_000;

/** Trees, commits and branches, read. */
export const readTrees: Operation = {
  rest: [
    {
      scope: "repository",
      id: "git/get-tree",
      method: "GET",
      path: "/repos/:owner/:repo/git/trees/:tree_sha",
      act: async (call, repository, { parameters, query }) => {
        const tree = await repository.git.read(`${parameters.tree_sha}^{tree}`);
        if (!tree) throw notFound();
        // Any value counts, "false" too (`@octokit/openapi`, "Get a tree").
        const listed = await list(repository, tree.oid, query.has("recursive"));
        const shown = await Promise.all(
          listed.slice(0, maxEntries).map(async ({ path, entry }) => {
            const object = entry.type === "blob" ? await repository.git.read(entry.oid) : undefined;
            return renderTreeEntry(call.world, repository, { path, entry, size: object?.content.length });
          }),
        );
        const url = `${repositoryUrls(call.world, repository).api}/git/trees/${tree.oid}`;
        return {
          status: 200,
          body: { sha: tree.oid, url, tree: shown, truncated: listed.length > maxEntries },
        };
      },
    },
    {
      scope: "repository",
      id: "git/get-commit",
      method: "GET",
      path: "/repos/:owner/:repo/git/commits/:commit_sha",
      act: async (call, repository, { parameters }) => {
        const oid = parameters.commit_sha ?? "";
        const commit = await repository.git.readCommit(oid);
        if (!commit) throw notFound();
        return { status: 200, body: renderGitCommit(call.world, repository, oid, commit) };
      },
    },
    {
      scope: "repository",
      id: "repos/list-branches",
      method: "GET",
      path: "/repos/:owner/:repo/branches",
      act: async (call, repository, { query }) => {
        const refs = await repository.git.listRefs("refs/heads/");
        const { api } = repositoryUrls(call.world, repository);
        return {
          status: 200,
          body: paginate(refs, query).map(({ name, oid }) => ({
            name: name.slice("refs/heads/".length),
            commit: { sha: oid, url: `${api}/commits/${oid}` },
            protected: repository.protectedBranches.includes(name.slice("refs/heads/".length)),
          })),
        };
      },
    },
  ],
};

type Listed = { path: string; entry: TreeEntry };

/** A folder stands before what is in it. */
async function list(repository: Repository, oid: string, isDeep: boolean, prefix = ""): Promise<Listed[]> {
  const entries = await repository.git.readTree(oid);
  const nested = await Promise.all(
    entries.map(async (entry): Promise<Listed[]> => {
      const path = prefix + entry.name;
      const inside =
        isDeep && entry.type === "tree" ? await list(repository, entry.oid, true, `${path}/`) : [];
      return [{ path, entry }, ...inside];
    }),
  );
  return nested.flat();
}
