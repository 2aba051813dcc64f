import { glob, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { describeParsed } from "./support/describe-parsed.ts";
import { readEnds } from "./support/read-input.ts";

const usage =
  "--data FILE_OR_DIR --out FILE: reads every file of a folder and writes what was understood, a line of JSON for each file";

/** Every file below a folder, whatever its name, through the functions that a draft calls; exit 0 whatever they make of it. */
export async function run(): Promise<number> {
  const given = readEnds("parse", usage);
  if (!given) return 1;
  const isFile = (await stat(given.data)).isFile();
  const folder = isFile ? dirname(given.data) : given.data;
  const files = isFile ? [basename(given.data)] : await listFiles(folder);
  const lines: string[] = [];
  let bytes = 0;
  let spentMs = 0;
  for (const file of files) {
    const content = await readFile(join(folder, file)).catch(() => null);
    const startedAt = performance.now();
    const described = content ? describeParsed(file, content) : { file, error: "it cannot be opened" };
    spentMs += performance.now() - startedAt;
    bytes += content?.length ?? 0;
    lines.push(JSON.stringify(described));
  }
  await writeFile(given.out, `${lines.join("\n")}\n`);
  const refused = lines.filter((line) => line.includes('"error":')).length;
  process.stdout.write(
    `${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, in ${spentMs.toFixed(0)} ms; ${refused} of them refused, each with a sentence\n`,
  );
  return 0;
}

async function listFiles(folder: string): Promise<string[]> {
  const found = await Array.fromAsync(glob("**/*", { cwd: folder, withFileTypes: true }));
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
