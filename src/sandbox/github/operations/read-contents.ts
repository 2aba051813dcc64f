import { posix } from "node:path";
import { ApiError, notFound, UnknownOperationError } from "../errors.ts";
import type { TreeEntry } from "../git/parse-objects.ts";
import type { RestAnswer } from "../operation.ts";
import type { Repository, World } from "../state.ts";
import { repositoryUrls } from "../views/urls.ts";

/** `@octokit/openapi`, "Get repository content": whole up to 1 MB, raw up to 100 MB, 1,000 entries of a folder. */
const maxWholeBytes = 1_000_000;
const maxRawBytes = 100_000_000;
const maxEntries = 1_000;

type Place = { path: string; commitOid: string; ref: string };

/** What lies at a path: a file, a folder, a symlink or a submodule. A symlink to a file here answers as that file. */
export async function readContents(
  world: World,
  repository: Repository,
  place: Place,
  raw: boolean,
): Promise<RestAnswer> {
  if (place.path === "") return { status: 200, body: await listFolder(world, repository, place) };
  const entry = await repository.git.entryAt(place.commitOid, place.path);
  if (!entry) throw notFound();
  if (entry.type === "tree") return { status: 200, body: await listFolder(world, repository, place) };
  const shown = renderEntry(world, repository, entry, place);
  if (entry.type === "commit") {
    const address = await findSubmodule(repository, place);
    return { status: 200, body: { ...shown, type: "submodule", size: 0, submodule_git_url: address } };
  }
  const content = (await repository.git.read(entry.oid))?.content ?? Buffer.alloc(0);
  if (entry.mode === "120000") {
    const target = content.toString();
    const path = posix.join(posix.dirname(place.path), target);
    const isHere = !path.startsWith("..") && !target.startsWith("/");
    const found = isHere ? await repository.git.entryAt(place.commitOid, path) : undefined;
    if (found?.type === "blob" && found.mode !== "120000") {
      return await readContents(world, repository, { ...place, path }, raw);
    }
    return { status: 200, body: { ...shown, type: "symlink", size: content.length, target } };
  }
  return answerFile(shown, content, raw);
}

/** Where a submodule comes from stands in `.gitmodules`; what GitHub says of one that does not stand there is not known. */
async function findSubmodule(repository: Repository, { path, commitOid }: Place): Promise<string> {
  const file = await repository.git.read(`${commitOid}:.gitmodules`);
  const sections = (file?.content.toString() ?? "").split(/^\[submodule .*\]$/m);
  const own = sections.find((one) => /^\s*path\s*=\s*(.+?)\s*$/m.exec(one)?.[1] === path);
  const url = /^\s*url\s*=\s*(\S+)/m.exec(own ?? "")?.[1];
  if (url === undefined)
    throw new UnknownOperationError(`The sandbox finds no address of ${path} in .gitmodules`);
  return url;
}

function answerFile(shown: object, content: Buffer, raw: boolean): RestAnswer {
  if (content.length > maxRawBytes) {
    throw new ApiError({ status: 403, type: "FORBIDDEN", message: "This blob is too large to fetch." });
  }
  if (raw) return { status: 200, body: content };
  const isWhole = content.length <= maxWholeBytes;
  const encoding = isWhole ? "base64" : "none";
  const text = isWhole ? content.toString("base64") : "";
  return { status: 200, body: { ...shown, size: content.length, encoding, content: text } };
}

async function listFolder(world: World, repository: Repository, place: Place) {
  const { path, commitOid } = place;
  const oid =
    path === ""
      ? (await repository.git.readCommit(commitOid))?.tree
      : (await repository.git.entryAt(commitOid, path))?.oid;
  const entries = (await repository.git.readTree(oid ?? "")).slice(0, maxEntries);
  return await Promise.all(
    entries.map(async (entry) => {
      const object = entry.type === "blob" ? await repository.git.read(entry.oid) : undefined;
      const own = { ...place, path: path === "" ? entry.name : `${path}/${entry.name}` };
      return { ...renderEntry(world, repository, entry, own), size: object?.content.length ?? 0 };
    }),
  );
}

/** In a list a submodule is called a file, for the sake of old clients (`@octokit/openapi`, "Get repository content"). */
export function renderEntry(world: World, repository: Repository, entry: TreeEntry, { path, ref }: Place) {
  const { api, html } = repositoryUrls(world, repository);
  const type = entry.mode === "120000" ? "symlink" : entry.type === "tree" ? "dir" : "file";
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const url = `${api}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const isHere = entry.type !== "commit";
  const page = isHere ? `${html}/${entry.type}/${ref}/${encoded}` : null;
  const git = isHere ? `${api}/git/${entry.type}s/${entry.oid}` : null;
  return {
    type,
    name: entry.name,
    path,
    sha: entry.oid,
    url,
    git_url: git,
    html_url: page,
    download_url: type === "dir" || !isHere ? null : `${html}/raw/${ref}/${encoded}`,
    _links: { self: url, git, html: page },
  };
}
