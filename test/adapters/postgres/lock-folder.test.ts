import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { lockFolder } from "../../../src/adapters/postgres/lock-folder.ts";
import { UserError } from "../../../src/errors.ts";

const source = new URL("../../../src/adapters/postgres/lock-folder.ts", import.meta.url).href;

async function makeFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "galley-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Another process that holds the folder until it is killed. */
async function holdElsewhere(t: TestContext, folder: string): Promise<ChildProcess> {
  const script = `const { lockFolder } = await import(${JSON.stringify(source)}); await lockFolder(${JSON.stringify(folder)}); process.stdout.write("held"); process.stdin.resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  t.after(() => child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
}

const inUse = (folder: string) =>
  new UserError(`Another Galley process uses ${folder}: stop it, or give this one a DATA_DIR of its own.`);

test("a folder is held once, and free again after its release", async (t) => {
  const folder = await makeFolder(t);
  const release = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), inUse(folder));
  await release();
  await (await lockFolder(folder))();
  assert.deepEqual(await readdir(folder), []);
});

test("of many that come at once one holds the folder", async (t) => {
  const folder = await makeFolder(t);
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
  const held = results.filter((result) => result.status === "fulfilled");
  assert.equal(held.length, 1);
  for (const { value: release } of held) await release();
});

test("a living process keeps its folder; from a dead one it is taken over", async (t) => {
  const folder = await makeFolder(t);
  const child = await holdElsewhere(t, folder);
  await assert.rejects(lockFolder(folder), inUse(folder));
  child.kill("SIGKILL");
  await once(child, "exit");
  assert.ok(existsSync(join(folder, "lock.sock")), "the dead process left its socket");
  const release = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), inUse(folder));
  assert.deepEqual(await readdir(folder), ["lock.sock"]);
  await release();
});

test("of many that find a dead socket at most one holds the folder", async (t) => {
  const folder = await makeFolder(t);
  const child = await holdElsewhere(t, folder);
  child.kill("SIGKILL");
  await once(child, "exit");
  const results = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder)));
  const held = results.filter((result) => result.status === "fulfilled");
  assert.ok(held.length <= 1);
  for (const result of results)
    if (result.status === "rejected") assert.ok(result.reason instanceof UserError, `${result.reason}`);
  for (const { value: release } of held) await release();
  await (await lockFolder(folder))();
});

test("a path that is too long for a socket is told in one sentence", async (t) => {
  const folder = join(await makeFolder(t), "d".repeat(120));
  await mkdir(folder);
  await assert.rejects(
    lockFolder(folder),
    new UserError("DATA_DIR is too long for a lock: choose a path of at most 90 bytes."),
  );
});
