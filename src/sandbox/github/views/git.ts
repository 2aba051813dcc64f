import type { GitRef } from "../git/git-repository.ts";
import type { CommitContent, TreeEntry } from "../git/parse-objects.ts";
import { nodeId, type Repository, type World } from "../state.ts";
import { repositoryUrls } from "./urls.ts";

/** A ref as REST shows it. */
export function renderRef(world: World, repository: Repository, { name, oid }: GitRef) {
  const { api } = repositoryUrls(world, repository);
  return {
    ref: name,
    node_id: nodeId("REF", `${repository.id}:${name}`),
    url: `${api}/git/${name}`,
    object: { sha: oid, type: "commit", url: `${api}/git/commits/${oid}` },
  };
}

/** A commit as `git/commits` shows it: its headers, and that nobody signed it. */
export function renderGitCommit(world: World, repository: Repository, oid: string, commit: CommitContent) {
  const { api, html } = repositoryUrls(world, repository);
  const { author, committer, message, parents, tree } = commit;
  return {
    sha: oid,
    node_id: nodeId("C", `${repository.id}:${oid}`),
    url: `${api}/git/commits/${oid}`,
    html_url: `${html}/commit/${oid}`,
    author,
    committer,
    tree: { sha: tree, url: `${api}/git/trees/${tree}` },
    message: message.trimEnd(),
    parents: parents.map((sha) => ({
      sha,
      url: `${api}/git/commits/${sha}`,
      html_url: `${html}/commit/${sha}`,
    })),
    verification: {
      verified: false,
      reason: "unsigned",
      signature: null,
      payload: null,
      verified_at: null,
    },
  };
}

/** An entry of a tree; a submodule's commit lies in another repository, and has neither size nor address here. */
export function renderTreeEntry(
  world: World,
  repository: Repository,
  { path, entry, size }: { path: string; entry: TreeEntry; size: number | undefined },
) {
  const { api } = repositoryUrls(world, repository);
  const { mode, type, oid } = entry;
  return {
    path,
    mode,
    type,
    sha: oid,
    ...(size === undefined ? {} : { size }),
    ...(type === "commit" ? {} : { url: `${api}/git/${type}s/${oid}` }),
  };
}
