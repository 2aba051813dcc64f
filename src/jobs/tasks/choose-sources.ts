import type { RepositoryView } from "../../ports/repository.ts";
import { judgeFile, maxTotalBytes } from "../../sources/judge-file.ts";
import type { Reference } from "../../sources/parse-reference.ts";
import type { Settings } from "./settings.ts";

/** What a reference came to: a file that is read, or why it is not. */
export type Chosen =
  | {
      readonly kind: "file";
      readonly path: string;
      readonly note: string | null;
      readonly lines: Reference["lines"];
      readonly oid: string;
      readonly text: string;
      readonly isTruncated: boolean;
    }
  | { readonly kind: "unread"; readonly path: string; readonly reason: string };

type View = Pick<RepositoryView, "entries" | "defaultBranch" | "commit">;

/**
 * Decides for each reference which file it means and whether that may be read. A reference that nobody
 * marked as one, and that is no file, was prose: nothing is said of it.
 */
export function chooseSources(
  references: readonly Reference[],
  view: View,
  settings: Pick<Settings, "sources" | "content">,
): Chosen[] {
  let bytesLeft = maxTotalBytes;
  const seen = new Set<string>();
  return references.flatMap((reference): Chosen[] => {
    const { candidates, written, note, lines } = reference;
    const refusal = reference.refusal ?? refuseRef(reference, view);
    if (refusal) return [{ kind: "unread", path: written, reason: refusal }];
    const path =
      candidates.find((candidate) => (view.entries.get(candidate)?.kind ?? "missing") !== "missing") ??
      written;
    const entry = view.entries.get(path) ?? { kind: "missing" };
    if (!reference.explicit && entry.kind !== "file") return [];
    // A sentence and a link can name the same file; it is read once.
    const key = JSON.stringify([path, lines]);
    if (seen.has(key)) return [];
    seen.add(key);
    const reason = judgeFile(path, entry, {
      sources: settings.sources,
      contentDirectory: settings.content.directory,
    });
    if (reason !== null || entry.kind !== "file" || entry.text === null)
      return [{ kind: "unread", path, reason: reason ?? "it cannot be read" }];
    if (entry.bytes > bytesLeft)
      return [
        {
          kind: "unread",
          path,
          reason: `all sources together are larger than ${maxTotalBytes / 1_000_000} MB`,
        },
      ];
    bytesLeft -= entry.bytes;
    return [
      { kind: "file", path, note, lines, oid: entry.oid, text: entry.text, isTruncated: entry.isTruncated },
    ];
  });
}

/** Everything is read at one commit of the default branch; a link to another version would be misread. */
function refuseRef({ ref }: Reference, view: View): string | null {
  if (ref === null || ref === view.defaultBranch || ref === "HEAD" || ref === view.commit) return null;
  return "the link points to another version than the default branch: name the path itself";
}
