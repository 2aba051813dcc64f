import { notFound } from "../errors.ts";
import type { Operation } from "../operation.ts";
import { nodeId } from "../state.ts";
import { renderRef } from "../views/git.ts";
import { repositoryUrls } from "../views/urls.ts";

/** Blobs and refs, read. */
export const readGit: Operation = {
  rest: [
    {
      scope: "repository",
      id: "git/get-blob",
      method: "GET",
      path: "/repos/:owner/:repo/git/blobs/:file_sha",
      act: async (call, repository, { parameters, headers }) => {
        const oid = parameters.file_sha ?? "";
        const blob = /^[0-9a-f]{40}$/.test(oid) ? await repository.git.read(oid) : undefined;
        if (blob?.type !== "blob") throw notFound();
        if (wantsRaw(headers.accept)) {
          return {
            status: 200,
            body: blob.content,
            headers: { "content-type": "application/vnd.github.raw; charset=utf-8" },
          };
        }
        return {
          status: 200,
          body: {
            sha: oid,
            node_id: nodeId("B", `${repository.id}:${oid}`),
            size: blob.content.length,
            url: `${repositoryUrls(call.world, repository).api}/git/blobs/${oid}`,
            content: blob.content.toString("base64").replace(/.{60}/g, "$&\n"),
            encoding: "base64",
          },
        };
      },
    },
    {
      scope: "repository",
      id: "git/get-ref",
      method: "GET",
      path: "/repos/:owner/:repo/git/ref/*ref",
      act: async (call, repository, { parameters }) => {
        const name = `refs/${parameters.ref}`;
        const oid = await repository.git.readRef(name);
        if (oid === undefined) throw notFound();
        return { status: 200, body: renderRef(call.world, repository, { name, oid }) };
      },
    },
    {
      scope: "repository",
      id: "git/list-matching-refs",
      method: "GET",
      path: "/repos/:owner/:repo/git/matching-refs/*ref",
      act: async (call, repository, { parameters }) => {
        const refs = await repository.git.listRefs(`refs/${parameters.ref}`);
        return { status: 200, body: refs.map((ref) => renderRef(call.world, repository, ref)) };
      },
    },
  ],
};

/** Both spellings of the media type are in use (docs.github.com, "Media types"). */
export function wantsRaw(accept: string | undefined): boolean {
  return /application\/vnd\.github(?:\.v3)?\.raw/.test(accept ?? "");
}
