import { nodeId, type Repository, type World } from "../state.ts";
import { repositoryUrls } from "./urls.ts";

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
