import {
  describePath,
  type Place,
  type Reference,
  refuse,
  refusePath,
  shorten,
  splitLines,
} from "./reference.ts";

/** A branch with more slashes in its name than this is not looked for. */
const maxRefParts = 5;

const attached =
  "files attached to a comment cannot be read by an App: commit the file to the repository and name its path";

/**
 * A link to a file or a folder on this host (`blob`, `raw`, `tree`), or null for any other address: those are
 * prose. Where the branch ends and the path begins, the address does not tell: each way is a candidate.
 */
export function parseUrl(url: string, note: string | null, place: Place): Reference | null {
  const address = URL.parse(url.replace(/[.,;:!?]+$/, ""));
  if (address?.host.toLowerCase() !== place.host.toLowerCase()) return null;
  const [owner = "", name = "", kind = "", ...rest] = address.pathname.split("/").slice(1).map(decode);
  const asWritten = { ...describePath("link", note), written: shorten(url) };
  if (owner === "user-attachments" || kind === "files") return refuse(asWritten, attached);
  const isFolder = kind === "tree";
  if (!isFolder && kind !== "blob" && kind !== "raw") return null;
  const parts = rest.at(-1) === "" ? rest.slice(0, -1) : rest;
  if (parts.length < (isFolder ? 1 : 2) || parts.join("") === "") return null;
  if (owner.toLowerCase() !== place.owner.toLowerCase())
    return refuse(asWritten, `only repositories of ${place.owner} are read: commit the file to one of them`);
  const path = parts.slice(1).join("/");
  const refusal = refusePath(path);
  if (refusal) return refuse(asWritten, refusal);
  const ways = listWays(parts, isFolder);
  if (ways.length === 0) return refuse(asWritten, "this is no link to a branch, a tag or a commit");
  const isHere = name.toLowerCase() === place.name.toLowerCase();
  return {
    ...asWritten,
    written: isHere ? path || shorten(url) : `${owner}/${name}:${path}`,
    repository: isHere ? null : `${owner}/${name}`,
    candidates: ways.map((way) => way.path),
    refs: ways.map(({ ref }) => ref),
    folder: isFolder,
    lines: splitLines(address.hash).lines,
  };
}

function listWays(parts: readonly string[], isFolder: boolean): { ref: string; path: string }[] {
  // GitHub refuses branches that look like a commit's id.
  const isCommit = /^[0-9a-f]{40}$/.test(parts[0] ?? "");
  const most = Math.min(isCommit ? 1 : maxRefParts, isFolder ? parts.length : parts.length - 1);
  return Array.from({ length: most }, (_, index) => ({
    ref: parts.slice(0, index + 1).join("/"),
    path: parts.slice(index + 1).join("/"),
  })).filter(({ ref, path }) => isRef(ref) && refusePath(path) === null);
}

/** What git allows as a name, so that no link can say `main~3` or `main:another/path` (git-check-ref-format(1)). */
function isRef(ref: string): boolean {
  return (
    ref.length <= 250 &&
    !/[\s\p{Cc}~^:?*[\\]|\.\.|@\{|\/\/|\.lock(?:\/|$)/u.test(ref) &&
    !/^[-/.@]|[/.]$/.test(ref)
  );
}

/** `%20` and the like as what they stand for; what cannot be decoded as it stands. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
