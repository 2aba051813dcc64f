import { chmod, cp, readdir, stat } from "node:fs/promises";
import { basename, join, posix } from "node:path";

type Copy = {
  readonly from: { readonly root: string; readonly isIgnored: (path: string) => boolean };
  readonly paths: readonly string[];
  readonly to: string;
  /** Of each file; undefined keeps its own. */
  readonly mode: number | undefined;
  readonly image: { readonly root: string; readonly workdir: string };
  readonly line: number;
};

/** COPY: of a folder its content, of a file itself; what is not there, or held back, is an error. */
export async function copyIn({ from, paths, to, mode, image, line }: Copy): Promise<void> {
  const target = join(image.root, posix.resolve(image.workdir, to));
  const isFolder = to.endsWith("/") || to === ".";
  if (paths.length > 1 && !isFolder)
    throw new Error(`Dockerfile:${line}: ${to} must end with / to take many files`);
  for (const path of paths) {
    const source = join(from.root, path);
    const files = await listFiles(source, path, from.isIgnored);
    if (files.length === 0)
      throw new Error(`Dockerfile:${line}: ${path} is not there, or .dockerignore holds it back`);
    const isFile = files[0] === "";
    const end = isFile && isFolder ? join(target, basename(path)) : target;
    const wanted = new Set(files.flatMap(withParents));
    await cp(source, end, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (found) => wanted.has(posix.relative(source, found)),
    });
    if (mode !== undefined) for (const file of files) await chmod(join(end, file), mode);
  }
}

/** The files below a path, relative to it; of a file one, with no name. */
async function listFiles(
  source: string,
  path: string,
  isIgnored: (path: string) => boolean,
): Promise<string[]> {
  const found = await stat(source).catch(() => undefined);
  if (!found) return [];
  if (!found.isDirectory()) return isIgnored(path) ? [] : [""];
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => posix.relative(source, join(entry.parentPath, entry.name)))
    .filter((file) => !isIgnored(posix.join(path, file)));
}

/** `a/b/c`, `a/b`, `a` and the folder itself, which has no name. */
function withParents(file: string): string[] {
  const parts = file.split("/");
  return [...parts.map((_, index) => parts.slice(0, index + 1).join("/")), ""];
}
