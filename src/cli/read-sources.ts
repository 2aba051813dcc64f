import { readdir, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { UserError } from "../errors.ts";
import { Settings } from "../jobs/tasks/settings.ts";
import { judgePath, judgeText } from "../sources/judge-file.ts";
import {
  findFolder,
  folderDepth,
  hasWildcard,
  matchPattern,
  mostOfFolder,
  mostOfPattern,
} from "../sources/match-pattern.ts";
import { splitNote } from "../sources/parse-reference.ts";
import { isReadme, pickNewest, readDay } from "../sources/pick-newest.ts";
import { type Reference, splitLines } from "../sources/reference.ts";
import type { Source } from "../sources/source.ts";
import { readTextFile } from "./read-inputs.ts";

type LocalSource = Source & Pick<Reference, "lines">;
type Wanted = { readonly path: string } & Pick<Reference, "note" | "lines">;

/**
 * The sources behind `--source`, as an issue would name them: a path, a folder (its newest files) or a pattern,
 * perhaps with lines (`a.md#L10-L40`) and a note in parentheses. Throws a `UserError` that names what cannot be
 * read. `left` says in words what a folder or a pattern held beside what is read.
 */
export async function readSources(
  named: readonly string[],
  folder: string,
): Promise<{ sources: LocalSource[]; left: string[] }> {
  const left: string[] = [];
  const wanted = new Map<string, Wanted>();
  for (const name of named) {
    const { files, all } = await expand(name, folder);
    for (const file of files) {
      const key = JSON.stringify([resolve(folder, file.path), file.lines]);
      if (!wanted.has(key)) wanted.set(key, file);
    }
    if (all > files.length) left.push(`Of the ${all} files in ${name} the ${files.length} newest are read.`);
  }
  const sources = await Promise.all(
    [...wanted.values()].map(async ({ path, note, lines }, index) => {
      const text = await readTextFile(path, folder);
      const reason = judgeText(text);
      if (reason !== null) throw new UserError(`Cannot read ${path}: ${reason}.`);
      return { id: `S${index + 1}`, repository: null, path, commit: null, note, lines, text };
    }),
  );
  return { sources, left };
}

/** A file may have parentheses, brackets or a fragment in its name, so the name as it stands comes first. */
async function expand(name: string, folder: string): Promise<{ files: Wanted[]; all: number }> {
  const plain = { path: name, note: null, lines: null };
  if ((await kindOf(name, folder)) === "file") return { files: [plain], all: 1 };
  const { text, note } = splitNote(name);
  const { path, lines } = splitLines(text);
  const kind = await kindOf(path, folder);
  if (kind === "file") return { files: [{ path, note, lines }], all: 1 };
  if (kind === null && !hasWildcard(path)) return { files: [{ ...plain, path }], all: 1 };
  const found = kind === "folder" ? await listFolder(path, folder) : await listMatches(path, folder);
  if (found.length === 0)
    throw new UserError(
      `Cannot read ${path}: ${kind === "folder" ? "it holds no file that can be a source" : "no file matches it"}.`,
    );
  const dated = await Promise.all(
    found.map(async (one) => ({
      path: one,
      day: readDay(one) ?? (await readChangeDay(resolve(folder, one))),
    })),
  );
  const picked = pickNewest(dated, kind === "folder" ? mostOfFolder : mostOfPattern);
  return { files: picked.map((one) => ({ path: one.path, note, lines: null })), all: found.length };
}

async function listFolder(path: string, folder: string): Promise<string[]> {
  const rules = Settings.parse({});
  const inside = await listFiles(resolve(folder, path), folderDepth);
  return inside
    .filter((file) => judgePath(file, rules) === null && !isReadme(file))
    .map((file) => toPath(path, file));
}

async function listMatches(pattern: string, folder: string): Promise<string[]> {
  const { folder: above, depth } = findFolder(pattern);
  const files = (await listFiles(resolve(folder, above), depth)).map((file) => ({
    path: toPath(above, file),
  }));
  const matched = matchPattern(pattern, files);
  if (typeof matched === "string") throw new UserError(`Cannot read ${pattern}: ${matched}.`);
  return matched.map(({ path }) => path);
}

/** Regular files by their paths inside the folder, `depth` levels down; none where it cannot be opened. */
async function listFiles(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const listed = await Promise.all(
    entries.map(async (entry) => {
      if (entry.isFile()) return [entry.name];
      if (!entry.isDirectory() || depth <= 1 || /^(?:\.|node_modules$)/.test(entry.name)) return [];
      return (await listFiles(join(folder, entry.name), depth - 1)).map((file) => `${entry.name}/${file}`);
    }),
  );
  return listed.flat();
}

function toPath(above: string, file: string): string {
  return above === "" || above === "."
    ? file
    : `${above.replace(/[/\\]+$/, "").replaceAll(sep, "/")}/${file}`;
}

async function kindOf(path: string, folder: string): Promise<"file" | "folder" | null> {
  const status = await stat(resolve(folder, path)).catch(() => null);
  if (status?.isFile()) return "file";
  return status?.isDirectory() ? "folder" : null;
}

/** A file of one's own has no commit that is known here; when it was changed stands for it. */
async function readChangeDay(path: string): Promise<string> {
  return (await stat(path)).mtime.toISOString().slice(0, 10);
}
