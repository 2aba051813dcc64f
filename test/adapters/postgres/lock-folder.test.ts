import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { link, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { createConnection } from "node:net";
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

/** So many at once, and what became of them. */
async function contend(folder: string) {
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
  for (const result of results)
    if (result.status === "rejected") assert.deepEqual(result.reason, inUse(folder));
  return results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}

test("of many that come at once one holds the folder, every time", async (t) => {
  const folder = await makeFolder(t);
  for (let round = 0; round < 50; round += 1) {
    const held = await contend(folder);
    assert.equal(held.length, 1);
    await held[0]?.();
    assert.deepEqual(await readdir(folder), []);
  }
});

test("a living process keeps its folder; from a dead one it is taken over", async (t) => {
  const folder = await makeFolder(t);
  const child = await holdElsewhere(t, folder);
  await assert.rejects(lockFolder(folder), inUse(folder));
  child.kill("SIGKILL");
  await once(child, "exit");
  const [left] = await readdir(folder);
  assert.match(String(left), /^lock-[\da-f]{8}\.sock$/, "the dead process left its socket");
  const release = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), inUse(folder));
  const [held, ...others] = await readdir(folder);
  assert.notEqual(held, left);
  assert.deepEqual(others, [], "what the dead one left, and who gave up, is gone");
  await release();
});

test("of many that find a dead socket one holds the folder, every time", async (t) => {
  const folder = await makeFolder(t);
  const child = await holdElsewhere(t, folder);
  child.kill("SIGKILL");
  await once(child, "exit");
  const [left] = await readdir(folder);
  const kept = await makeFolder(t);
  await rename(join(folder, String(left)), join(kept, "dead"));
  for (let round = 0; round < 50; round += 1) {
    await link(join(kept, "dead"), join(folder, String(left)));
    const held = await contend(folder);
    assert.equal(held.length, 1);
    await held[0]?.();
    assert.deepEqual(await readdir(folder), []);
  }
});

test("a process that is too busy to answer is not taken for dead", async (t) => {
  const folder = await makeFolder(t);
  const child = await holdElsewhere(t, folder);
  child.kill("SIGSTOP");
  await assert.rejects(lockFolder(folder), inUse(folder));
  child.kill("SIGCONT");
});

test("who asked and went no further does not keep the folder from being let go", async (t) => {
  const folder = await makeFolder(t);
  const release = await lockFolder(folder);
  const [name] = await readdir(folder);
  const asker = createConnection({ path: join(folder, String(name)), allowHalfOpen: true });
  t.after(() => asker.destroy());
  await once(asker, "connect");
  await release();
  await (await lockFolder(folder))();
});

test("a path that is too long for a socket is told in one sentence", async (t) => {
  const folder = join(await makeFolder(t), "d".repeat(120));
  await mkdir(folder);
  await assert.rejects(
    lockFolder(folder),
    new UserError("DATA_DIR is too long for a lock: choose a path of at most 80 bytes."),
  );
});
