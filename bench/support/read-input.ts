import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

/** Where a benchmark's input lies and where its predictions go. */
export type Ends = { readonly data: string; readonly out: string };

/** `--data` and `--out` of the command line; null, with a line on why, when one is missing or there is no such data. */
export function readEnds(name: string, what = "--data FILE_OR_DIR --out FILE"): Ends | null {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { data: { type: "string" }, out: { type: "string" } },
  });
  if (values.data !== undefined && !existsSync(values.data)) {
    process.stderr.write(`There is no ${values.data}: name a file or a folder with --data.\n`);
    return null;
  }
  if (values.data !== undefined && values.out !== undefined) return { data: values.data, out: values.out };
  process.stderr.write(`npm run bench -- ${name} ${what}\n`);
  return null;
}

/** All objects under a path: each line of a `.jsonl` file, or each `.json` file of a folder, whatever their names. */
export function readObjects(path: string): unknown[] {
  if (statSync(path).isDirectory())
    return readdirSync(path)
      .sort()
      .filter((name) => /\.jsonl?$/i.test(name))
      .flatMap((name) => readObjects(join(path, name)));
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  const whole = tryParse(text);
  if (whole !== undefined) return Array.isArray(whole) ? whole : [whole];
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => tryParse(line) ?? { unreadable: line.slice(0, 80) });
}

export function writeLines(path: string, lines: readonly unknown[]): void {
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
