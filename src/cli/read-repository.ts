import { execFile } from "node:child_process";
import { glob, lstat, readFile, readlink } from "node:fs/promises";
import { join, sep } from "node:path";
import { promisify } from "node:util";
import { UserError } from "../errors.ts";
import { maxFileBytes } from "../sources/judge-file.ts";
import type { SeedFile } from "./sandbox-process.ts";

const run = promisify(execFile);

/** What a person's own folder may put into the sandbox at the most. */
const maxFiles = 5_000;

/**
 * The files of a folder as a repository would hold them: what git tracks when it is a checkout, otherwise all
 * but `node_modules` and `.git`. Larger files than a source may be are left out. Throws a `UserError` for a
 * folder that cannot be read.
 */
export async function readRepository(folder: string): Promise<SeedFile[]> {
  const paths = await listFiles(folder);
  if (paths.length === 0)
    throw new UserError(`There is no file in ${folder}: name the folder of your repository.`);
  if (paths.length > maxFiles)
    throw new UserError(`${folder} holds more than ${maxFiles} files: name a smaller folder.`);
  const files: SeedFile[] = [];
  for (const path of paths.sort()) {
    const file = await readSeed(folder, path);
    if (file) files.push(file);
  }
  return files;
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    if (!(await lstat(folder)).isDirectory()) throw new Error("not a folder");
  } catch (thrown) {
    throw new UserError(`${folder} is not a folder that can be read.`, { cause: thrown });
  }
  try {
    const { stdout } = await run("git", ["-C", folder, "ls-files", "-z"], { maxBuffer: 64 * 1024 * 1024 });
    const tracked = stdout.split("\0").filter(Boolean);
    if (tracked.length > 0) return tracked;
  } catch {
    // Not a checkout: everything in it is meant.
  }
  const exclude = (name: string) => /(?:^|[/\\])(?:node_modules|\.git)$/.test(name);
  const names = await Array.fromAsync(glob("**/*", { cwd: folder, exclude }));
  const hidden = await Array.fromAsync(glob(".github/**/*", { cwd: folder }));
  return [...new Set([...names, ...hidden])].map((name) => name.split(sep).join("/"));
}

async function readSeed(folder: string, path: string): Promise<SeedFile | null> {
  const place = join(folder, path);
  const status = await lstat(place).catch(() => null);
  if (status?.isSymbolicLink()) {
    return { path, base64: Buffer.from(await readlink(place)).toString("base64"), mode: "120000" };
  }
  if (!status?.isFile() || status.size > maxFileBytes) return null;
  const content = await readFile(place);
  return { path, base64: content.toString("base64"), mode: status.mode & 0o100 ? "100755" : "100644" };
}
