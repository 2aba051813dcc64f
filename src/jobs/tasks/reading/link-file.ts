/** The page of a file at its commit; null where it has no place that may be shown. */
export function buildFileUrl(
  githubUrl: string,
  file: { readonly repository: string | null; readonly path: string; readonly commit: string | null },
): string | null {
  const { repository, path, commit } = file;
  if (repository === null || commit === null) return null;
  return `${githubUrl}/${repository}/blob/${commit}/${path.split("/").map(encodeURIComponent).join("/")}`;
}
