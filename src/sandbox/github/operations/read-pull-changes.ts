import { findPull } from "../nodes.ts";
import type { Operation } from "../operation.ts";
import { renderGitCommit } from "../views/git.ts";
import { repositoryUrls } from "../views/urls.ts";
import { paginate } from "./paginate.ts";

const words: Readonly<Record<string, string>> = { deleted: "removed", copied: "copied", changed: "changed" };

/** What a pull request brings: its files with their hunks, and its commits. */
export const readPullChanges: Operation = {
  rest: [
    {
      scope: "repository",
      id: "pulls/list-files",
      method: "GET",
      path: "/repos/:owner/:repo/pulls/:pull_number/files",
      act: async (call, repository, { parameters, query }) => {
        const { pull } = findPull(repository, parameters.pull_number);
        const ends = { base: pull.baseOid, head: pull.headOid };
        const files = await repository.git.changedFiles(ends.base, ends.head);
        const { api, html } = repositoryUrls(call.world, repository);
        const body = paginate(files, query).map(async ({ path, changeType }) => {
          const hunks = await repository.git.hunks({ ...ends, path });
          const patch = hunks.map(({ text }) => text).join("\n");
          const count = (mark: string) => patch.split("\n").filter((line) => line.startsWith(mark)).length;
          const encoded = path.split("/").map(encodeURIComponent).join("/");
          const status = changeType.toLowerCase();
          return {
            sha: (await repository.git.entryAt(ends.head, path))?.oid ?? null,
            filename: path,
            status: words[status] ?? status,
            additions: count("+"),
            deletions: count("-"),
            changes: count("+") + count("-"),
            blob_url: `${html}/blob/${ends.head}/${encoded}`,
            raw_url: `${html}/raw/${ends.head}/${encoded}`,
            contents_url: `${api}/contents/${encoded}?ref=${ends.head}`,
            ...(patch === "" ? {} : { patch }),
          };
        });
        return { status: 200, body: await Promise.all(body) };
      },
    },
    {
      scope: "repository",
      id: "pulls/list-commits",
      method: "GET",
      path: "/repos/:owner/:repo/pulls/:pull_number/commits",
      act: async (call, repository, { parameters, query }) => {
        const { pull } = findPull(repository, parameters.pull_number);
        const oids = await repository.git.listCommits(pull.baseOid, pull.headOid);
        const { api } = repositoryUrls(call.world, repository);
        const body = paginate(oids, query).map(async (oid) => {
          const content = await repository.git.readCommit(oid);
          if (!content) throw new Error(`The commit ${oid} is not there`);
          const { node_id, html_url, parents, ...commit } = renderGitCommit(
            call.world,
            repository,
            oid,
            content,
          );
          const { author, committer, message, tree, verification } = commit;
          const url = `${api}/commits/${oid}`;
          return {
            sha: oid,
            node_id,
            url,
            html_url,
            comments_url: `${url}/comments`,
            commit: {
              url: commit.url,
              author,
              committer,
              message,
              tree,
              comment_count: 0,
              verification,
            },
            author: null,
            committer: null,
            parents,
          };
        });
        return { status: 200, body: await Promise.all(body) };
      },
    },
  ],
};
