import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { toError, UserError } from "../errors.ts";
import type { Brief } from "../sources/brief.ts";
import { decodeText } from "../sources/decode-text.ts";
import { maxFileBytes } from "../sources/judge-file.ts";
import { parseBrief } from "../sources/parse-brief.ts";

/**
 * Reads a text file of the person's own. Throws a `UserError` that names the path as it was given and says
 * what is wrong with it.
 */
export async function readTextFile(path: string, folder: string): Promise<string> {
  const place = resolve(folder, path);
  try {
    const { size } = await stat(place);
    if (size > maxFileBytes) throw new UserError(`it is larger than ${maxFileBytes / 1_000_000} MB`);
    return decodeText(await readFile(place));
  } catch (thrown) {
    throw new UserError(`Cannot read ${path}: ${describe(thrown)}.`, { cause: thrown });
  }
}

/** An issue kept in a file: the first line is the title, with or without `#`. */
export function splitIssue(text: string): { title: string; body: string } {
  const [first = "", ...rest] = text
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r\n|\r|\n/);
  return { title: first.replace(/^#+[ \t]*/, "").trim(), body: rest.join("\n").trim() };
}

/** The brief behind `--idea`: a file when there is one of that name, otherwise the words themselves. */
export async function readIdea(idea: string, folder: string): Promise<Brief> {
  const isFile = idea.length < 1_000 && !idea.includes("\n") && (await isExistingFile(resolve(folder, idea)));
  if (!isFile && /\.(?:md|markdown|txt)$/i.test(idea)) {
    throw new UserError(`Cannot read ${idea}: there is no such file.`);
  }
  const text = isFile ? await readTextFile(idea, folder) : idea;
  const { title, body } = splitIssue(text);
  if (title === "") {
    throw new UserError(
      `The idea is empty: say in a sentence what the post is about${isFile ? `, in ${basename(idea)}` : ""}.`,
    );
  }
  return parseBrief(title, body);
}

async function isExistingFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

function describe(thrown: unknown): string {
  if (thrown instanceof UserError) return thrown.message;
  const { code } = toError(thrown) as NodeJS.ErrnoException;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder: name a file in it";
  if (code === "EACCES" || code === "EPERM") return "this user may not read it";
  return "it cannot be opened";
}
