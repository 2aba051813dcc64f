import type { Source } from "../sources/source.ts";

/** The page of a source at its commit; null for a local file, and for one that is withheld. */
export function linkSource(
  { repository, path, commit }: Pick<Source, "repository" | "path" | "commit">,
  githubUrl: string,
): string | null {
  if (repository === null || commit === null) return null;
  return `${githubUrl}/${repository}/blob/${commit}/${path.split("/").map(encodeURIComponent).join("/")}`;
}
