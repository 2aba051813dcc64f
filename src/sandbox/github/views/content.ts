import type { TreeEntry } from "../git/parse-objects.ts";
import { nodeId, type Repository, type World } from "../state.ts";
import { repositoryUrls } from "./urls.ts";

/** Where a file, folder, link or submodule stands. */
export type ContentPlace = { path: string; ref: string; size: number };

const types = { blob: "file", tree: "dir", commit: "submodule" } as const;

/** What stands at a path, without its content (`@octokit/fixtures`, "get-content"). */
export function renderEntry(world: World, repository: Repository, entry: TreeEntry, place: ContentPlace) {
  const { api, html } = repositoryUrls(world, repository);
  const path = place.path.split("/").map(encodeURIComponent).join("/");
  const type = entry.mode === "120000" ? "symlink" : types[entry.type];
  const git = `${api}/git/${entry.type === "blob" ? "blobs" : "trees"}/${entry.oid}`;
  const page = `${html}/${entry.type === "blob" ? "blob" : "tree"}/${place.ref}/${path}`;
  const self = `${api}/contents/${path}?ref=${encodeURIComponent(place.ref)}`;
  return {
    name: entry.name,
    path: place.path,
    sha: entry.oid,
    size: place.size,
    url: self,
    html_url: page,
    git_url: git,
    download_url: entry.type === "blob" ? `${html}/raw/${place.ref}/${path}` : null,
    type,
    _links: { self, git, html: page },
  };
}

/** A commit as the answer to a change of a file has it. The sandbox signs nothing. */
export async function renderFileCommit(world: World, repository: Repository, oid: string) {
  const { api, html } = repositoryUrls(world, repository);
  const commit = await repository.git.readCommit(oid);
  if (!commit) throw new Error(`No commit ${oid}`);
  const url = `${api}/git/commits`;
  const page = `${html}/commit`;
  return {
    sha: oid,
    node_id: nodeId("C", `${repository.id}:${oid}`),
    url: `${url}/${oid}`,
    html_url: `${page}/${oid}`,
    author: commit.author,
    committer: commit.committer,
    message: commit.message.trimEnd(),
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => ({ sha, url: `${url}/${sha}`, html_url: `${page}/${sha}` })),
    verification: { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null },
  };
}
