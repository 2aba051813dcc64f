import { matchesGlob } from "node:path";
import type { SourceSettings } from "./settings.ts";

/** What a repository holds under a path, at the pinned commit. */
export type RepositoryEntry =
  | { readonly kind: "missing" }
  | {
      readonly kind: "folder";
      /** The files in it, by their paths from the top of the repository; empty unless they were asked for. */
      readonly files: readonly ListedFile[];
    }
  | {
      readonly kind: "symlink";
      /** What it points to, as it is written in it. */
      readonly target: string;
    }
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

/** A regular file in the listing of a folder. */
export type ListedFile = { readonly path: string; readonly bytes: number };

const notAFile = {
  folder: "it is a folder: name the files in it",
  symlink: "it is a symbolic link to another one: name the file itself",
  submodule: "it is a submodule: name a file of that repository, as `owner/name:path`",
} as const;

/** The largest file that is read where no settings say otherwise. */
export const maxFileBytes = 5_000_000;

/** Why a text must not be read as a source, whoever named it; null when it may. */
export function judgeText(text: string): string | null {
  if (text.startsWith("version https://git-lfs.github.com/spec/"))
    return "it is a Git LFS pointer: commit the file itself";
  return null;
}

/** Why a file is too large; null when it is not. */
export function judgeSize(bytes: number, megabytes = maxFileBytes / 1_000_000): string | null {
  return bytes > megabytes * 1_000_000
    ? `it is larger than ${megabytes} MB: commit it in parts, or raise \`sources.fileMegabytes\``
    : null;
}

/** What a repository's settings say of its sources. */
export type SourceRules = {
  readonly sources: Pick<SourceSettings, "include" | "exclude" | "fileMegabytes">;
  readonly content: { readonly directory: string };
};

/**
 * Why an entry must not be read as a source, in words that end a sentence; null when it may.
 * Settings come first: what the repository keeps away from Galley is not described any further.
 */
export function judgeFile(path: string, entry: RepositoryEntry, rules: SourceRules): string | null {
  if (entry.kind === "missing") return "there is no such file on the default branch: check the path";
  if (entry.kind !== "file") return notAFile[entry.kind];
  const excluded = judgePath(path, rules);
  if (excluded) return excluded;
  if (entry.text === null) return "it is a binary file: commit it as text";
  return judgeText(entry.text) ?? judgeSize(entry.bytes, rules.sources.fileMegabytes);
}

/** Why a path is never a source, whatever stands there; null when it may be one. */
export function judgePath(path: string, { sources, content }: SourceRules): string | null {
  if (path.split("/").some((part) => part.startsWith(".")))
    return "files in dot folders are not sources: move it to another folder";
  const directory = content.directory.replace(/\/+$/, "");
  if (path.startsWith(`${directory}/`))
    return "it lies in the folder of the posts themselves: name what they were made from";
  const matches = (pattern: string) => matchesGlob(path, pattern);
  if (sources.exclude.some(matches))
    return "`sources.exclude` keeps it away: name another file, or change `.github/galley.yml`";
  if (!sources.include.some(matches))
    return "`sources.include` does not have it: name another file, or change `.github/galley.yml`";
  return null;
}
