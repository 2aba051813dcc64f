import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCutter } from "./cut-slice.ts";
import { readOperations, readWebhooks } from "./read-document.ts";
import { documents, wantedOperations, wantedWebhooks } from "./wanted.ts";

/** `npm run contracts:slices` writes the slices anew; what changes then is what GitHub has changed. */
const slices = new URL("../slices/", import.meta.url);

for (const [name, read] of [
  ["rest", (document: unknown) => readOperations(document, createCutter(document), wantedOperations)],
  ["webhooks", (document: unknown) => readWebhooks(document, createCutter(document), wantedWebhooks)],
] as const) {
  const { document, integrity } = download(documents[name]);
  const { entries, schemas } = read(document);
  const source = { ...documents[name], integrity };
  const text = `{"source":${JSON.stringify(source)},\n"entries":${lines(entries)},\n"schemas":${lines(schemas)}}\n`;
  writeFileSync(new URL(`${name}.json`, slices), text);
  console.log(`${name}.json: ${entries.size} entries, ${schemas.size} schemas, ${text.length} bytes`);
}

/** One line for each, in the order of their names: small, and a difference shows what it is about. */
function lines(map: ReadonlyMap<string, unknown>): string {
  const sorted = [...map].toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{\n${sorted.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",\n")}\n}`;
}

function download({ name, version }: { name: string; version: string }) {
  const folder = mkdtempSync(join(tmpdir(), "contracts-"));
  try {
    const packed = execFileSync("npm", ["pack", "--json", `${name}@${version}`], {
      cwd: folder,
      encoding: "utf8",
    });
    const [{ filename, integrity }] = JSON.parse(packed);
    const file = "package/generated/api.github.com.json";
    execFileSync("tar", ["-xzf", filename, file], { cwd: folder });
    return {
      document: JSON.parse(readFileSync(join(folder, file), "utf8")) as unknown,
      integrity: String(integrity),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
