import { createHash, randomUUID } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate } from "../../src/adapters/postgres/migrate.ts";
import { openPglite } from "../../src/adapters/postgres/pglite.ts";
import { startBoss } from "../../src/adapters/postgres/workers.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** A data folder of one test's own, copied from a migrated one: the first start of the engine takes seconds. */
export async function copyPreparedFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const prepared = await prepareFolder();
  const path = await mkdtemp(join(tmpdir(), "galley-"));
  await cp(join(prepared, "database"), join(path, "database"), { recursive: true });
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }) };
}

/** Made once for these migrations and these versions, by whichever test file comes first. */
async function prepareFolder(): Promise<string> {
  const cache = join(root, "node_modules", ".cache", "galley");
  const folder = join(cache, await hashSchema());
  if (await exists(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const building = join(cache, randomUUID().slice(0, 8));
  const database = await openPglite(building);
  await migrate(database);
  const boss = await startBoss(database, silent);
  await boss.stop({ graceful: false });
  await database.close();
  try {
    await rename(building, folder);
  } catch {
    // Another test file was faster.
    await rm(building, { recursive: true, force: true });
  }
  return folder;
}

/** Names what the prepared database was made by. */
export async function hashSchema(): Promise<string> {
  const folder = join(root, "src/adapters/postgres");
  const hash = createHash("sha256");
  const migrations = (await readdir(join(folder, "migrations"))).sort();
  for (const name of migrations) hash.update(await readFile(join(folder, "migrations", name)));
  for (const name of ["workers.ts", "queue-settings.ts"]) hash.update(await readFile(join(folder, name)));
  hash.update(await readFile(join(root, "package-lock.json")));
  return hash.digest("hex").slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
