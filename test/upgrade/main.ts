import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../../src/adapters/postgres/migrate.ts";
import { openPglite } from "../../src/adapters/postgres/pglite.ts";
import { fill } from "./fill.ts";
import { writeDump } from "./write-dump.ts";

const { version } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
const file = new URL(`./${version}.sql`, import.meta.url);
const folder = await mkdtemp(join(tmpdir(), "galley-dump-"));
const database = await openPglite(folder);
try {
  await migrate(database);
  await fill(database);
  // A release that is out has its schema for good: an older dump is never written over.
  await writeFile(file, await writeDump(database), { flag: "wx" });
  process.stdout.write(`Wrote test/upgrade/${version}.sql\n`);
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}
