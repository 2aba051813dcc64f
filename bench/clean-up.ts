import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tidySpeech } from "../src/sources/tidy-speech.ts";
import { readEnds } from "./support/read-input.ts";

const usage =
  "--data DIR --out DIR: takes the noise of speaking out of each .txt of a folder, a paragraph at a time";

/** What a paraphrase or a summary starts from, in the format of the bench kit. */
export async function run(): Promise<number> {
  const given = readEnds("clean-up", usage);
  if (!given) return 1;
  const files = (await readdir(given.data)).filter((file) => file.endsWith(".txt")).sort();
  await mkdir(given.out, { recursive: true });
  for (const file of files) {
    const text = await readFile(join(given.data, file), "utf8");
    const tidied = text.split(/\n\s*\n/).map(tidySpeech);
    await writeFile(join(given.out, file), `${tidied.join("\n\n")}\n`);
  }
  process.stdout.write(`${files.length} files tidied\n`);
  return 0;
}
