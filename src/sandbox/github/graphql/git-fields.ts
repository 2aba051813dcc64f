import { notFound } from "../errors.ts";
import { type CommitContent, parseCommit, type Signature, type TreeEntry } from "../git/parse-objects.ts";
import type { StoredObject } from "../git/read-objects.ts";
import { nodeId, type Repository, type World } from "../state.ts";
import { repositoryUrls } from "../views/urls.ts";
import { connection, type Page } from "./connection.ts";
import type { Fields } from "./fields.ts";
import { listHistory } from "./list-history.ts";

export type GitSource = { kind: "git"; repository: Repository; object: StoredObject };
export type EntrySource = { repository: Repository; entry: TreeEntry; path: string };

/** GitHub cuts `Blob.text` here, to the byte (public thread sveltia/sveltia-cms#950). */
const maxTextBytes = 512_000;

/** The blob, tree or commit that an expression names; null when there is none. */
export async function readObject(repository: Repository, expression: string): Promise<GitSource | null> {
  const object = await repository.git.read(expression);
  return object ? { kind: "git", repository, object } : null;
}

const common: Fields<GitSource> = {
  id: ({ repository, object }) =>
    nodeId({ blob: "B", tree: "T", commit: "C", tag: "TA" }[object.type], `${repository.id}:${object.oid}`),
  oid: ({ object }) => object.oid,
  abbreviatedOid: ({ object }) => object.oid.slice(0, 7),
  commitUrl: (source, _args, call) =>
    `${repositoryUrls(call.world, source.repository).html}/commit/${source.object.oid}`,
  repository: ({ repository }) => repository,
};

export const blobFields: Fields<GitSource> = {
  ...common,
  byteSize: ({ object }) => object.content.length,
  isBinary: ({ object }) => isBinary(object.content),
  isTruncated: ({ object }) => !isBinary(object.content) && object.content.length > maxTextBytes,
  text: ({ object }) =>
    isBinary(object.content) ? null : object.content.subarray(0, maxTextBytes).toString(),
};

export const treeFields: Fields<GitSource> = {
  ...common,
  entries: async ({ repository, object }) => {
    const entries = await repository.git.readTree(object.oid);
    return entries.map((entry): EntrySource => ({ repository, entry, path: entry.name }));
  },
};

export const commitFields: Fields<GitSource> = {
  ...common,
  url: (source, _args, call) =>
    `${repositoryUrls(call.world, source.repository).html}/commit/${source.object.oid}`,
  message: (source) => contentOf(source).message.trimEnd(),
  messageHeadline: (source) => headlineOf(source),
  messageBody: (source) => contentOf(source).message.slice(headlineOf(source).length).trim(),
  author: (source, _args, call) => showSignature(call.world, contentOf(source).author),
  committer: (source, _args, call) => showSignature(call.world, contentOf(source).committer),
  authoredDate: (source) => contentOf(source).author.date,
  committedDate: (source) => contentOf(source).committer.date,
  tree: (source) => readObject(source.repository, contentOf(source).tree),
  parents: async (source, page: Page) => {
    const parents = await Promise.all(
      contentOf(source).parents.map((oid) => readObject(source.repository, oid)),
    );
    return connection(
      "parents",
      parents.filter((one) => one !== null),
      page,
    );
  },
  history: listHistory,
  // A path that is not there gives null *and* an error beside it, so that one missing file makes
  // an answer with both `data` and `errors` (tests of changesets/ghcommit against github.com).
  file: async ({ repository, object }, { path }: { path: string }): Promise<EntrySource> => {
    const entry = await repository.git.entryAt(object.oid, path);
    if (!entry) throw notFound(`Could not resolve file for path '${path}'.`);
    return { repository, entry, path };
  },
};

export const entryFields: Fields<EntrySource> = {
  name: ({ entry }) => entry.name,
  path: ({ path }) => path,
  // A number, as GitHub gives it: 33188 is 100644, 40960 is 120000, 57344 is 160000.
  mode: ({ entry }) => Number.parseInt(entry.mode, 8),
  type: ({ entry }) => entry.type,
  oid: ({ entry }) => entry.oid,
  extension: ({ entry }) => /(\.[^./]+)$/.exec(entry.name)?.[1] ?? "",
  size: async ({ repository, entry }) => {
    const object = entry.type === "blob" ? await repository.git.read(entry.oid) : undefined;
    return object?.content.length ?? 0;
  },
  repository: ({ repository }) => repository,
  // What a submodule points at lies in another repository.
  object: ({ repository, entry }) => (entry.type === "commit" ? null : readObject(repository, entry.oid)),
};

/** git's own rule: a NUL in the first 8000 bytes makes a file binary. */
function isBinary(content: Buffer): boolean {
  return content.subarray(0, 8000).includes(0);
}

/** The account is found by the address of the commit; a bot shows as a user named with its `[bot]`, as for `viewer`. */
function showSignature(world: World, signature: Signature) {
  const id = /^(\d+)\+.*@users\.noreply\.github\.com$/.exec(signature.email)?.[1];
  const user = [...world.users.values()].find((one) => String(one.id) === id);
  return { ...signature, user: user ? { ...user, type: "User" } : null };
}

function contentOf(source: GitSource): CommitContent {
  return parseCommit(source.object.content);
}

function headlineOf(source: GitSource): string {
  return contentOf(source).message.split("\n")[0] ?? "";
}
