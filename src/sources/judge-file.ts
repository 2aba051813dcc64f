import { matchesGlob } from "node:path";
import type { SourceSettings } from "./settings.ts";

/** What a repository holds under a path, at the pinned commit. */
export type RepositoryEntry =
  | { readonly kind: "missing" }
  | { readonly kind: "folder" }
  | { readonly kind: "symlink" }
  | { readonly kind: "submodule" }
  | {
      readonly kind: "file";
      readonly oid: string;
      readonly bytes: number;
      /** Null for a binary file. */
      readonly text: string | null;
      /** The text was cut off: the rest must be read another way. */
      readonly isTruncated: boolean;
    };

const notAFile = {
  folder: "it is a folder: name the files in it",
  symlink: "it is a symbolic link: name the file that it points to",
  submodule: "it is a submodule, and only this repository is read",
} as const;

/** The largest file that is read, and the most that is read for one draft. */
export const maxFileBytes = 5_000_000;
export const maxTotalBytes = 20_000_000;

/** Why a text must not be read as a source, whoever named it; null when it may. */
export function judgeText(path: string, text: string, bytes: number): string | null {
  if (text.startsWith("version https://git-lfs.github.com/spec/"))
    return "it is a Git LFS pointer: commit the file itself";
  if (bytes > maxFileBytes) return `it is larger than ${maxFileBytes / 1_000_000} MB`;
  if (/\.(?:srt|sbv|json|html?)$/i.test(path))
    return "this format is not read: Markdown, plain text and WebVTT are";
  return null;
}

/**
 * Why an entry must not be read as a source, in words that end a sentence; null when it may.
 * Settings come first: what the repository keeps away from Galley is not described any further.
 */
export function judgeFile(
  path: string,
  entry: RepositoryEntry,
  settings: {
    readonly sources: Pick<SourceSettings, "include" | "exclude">;
    readonly contentDirectory: string;
  },
): string | null {
  if (entry.kind === "missing") {
    return /[*?[\]{}]/.test(path)
      ? "patterns are not read: name the files one by one"
      : "there is no such file on the default branch";
  }
  if (entry.kind !== "file") return notAFile[entry.kind];
  const excluded = judgePath(path, settings);
  if (excluded) return excluded;
  if (entry.text === null) return "it is a binary file";
  return judgeText(path, entry.text, entry.bytes);
}

function judgePath(path: string, settings: Parameters<typeof judgeFile>[2]): string | null {
  if (path.split("/").some((part) => part.startsWith("."))) return "files in dot folders are not sources";
  const directory = settings.contentDirectory.replace(/\/+$/, "");
  if (path.startsWith(`${directory}/`)) return "it lies in the folder of the posts themselves";
  const matches = (pattern: string) => matchesGlob(path, pattern);
  if (settings.sources.exclude.some(matches)) return "`sources.exclude` keeps it away";
  if (!settings.sources.include.some(matches)) return "`sources.include` does not have it";
  return null;
}
