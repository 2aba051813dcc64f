import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { readRepository } from "../../src/cli/read-repository.ts";

async function makeFolder(t: TestContext, files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "galley-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

const list = async (folder: string) =>
  (await readRepository(folder)).map(
    ({ path, base64, mode }) => `${mode} ${path}: ${Buffer.from(base64, "base64")}`,
  );

test("a plain folder is read whole, without node_modules and .git", async (t) => {
  const files = {
    "a b/c.md": "one",
    ".github/galley.yml": "x: 1",
    "node_modules/x/y.md": "no",
    "z.txt": "two",
    ".git/HEAD": "no",
    "p/node_modules/q.md": "no",
  };
  assert.deepEqual(await list(await makeFolder(t, files)), [
    "100644 .github/galley.yml: x: 1",
    "100644 a b/c.md: one",
    "100644 z.txt: two",
  ]);
});

test("of a checkout what git tracks is read, as git keeps it", async (t) => {
  const folder = await makeFolder(t, {
    "a.md": "one",
    "run.sh": "two",
    "ignored.md": "no",
    "gone.md": "no",
    "Grüße.md": "three",
  });
  await chmod(join(folder, "run.sh"), 0o755);
  await symlink("a.md", join(folder, "link.md"));
  const git = (...args: string[]) => execFileSync("git", ["-C", folder, ...args]);
  git("init", "--quiet");
  git("add", "a.md", "run.sh", "link.md", "gone.md", "Grüße.md");
  await unlink(join(folder, "gone.md"));
  assert.deepEqual(await list(folder), [
    "100644 Grüße.md: three",
    "100644 a.md: one",
    "120000 link.md: a.md",
    "100755 run.sh: two",
  ]);
});

test("files larger than a source may be are left out", async (t) => {
  assert.deepEqual(await list(await makeFolder(t, { "a.md": "one", "big.md": "b".repeat(5_000_001) })), [
    "100644 a.md: one",
  ]);
});

test("a folder that cannot be read, or holds nothing, is told in one sentence", async (t) => {
  const folder = await makeFolder(t, {});
  const said = (message: string) => ({ name: "UserError", message });
  await assert.rejects(
    readRepository(folder),
    said(`There is no file in ${folder}: name the folder of your repository.`),
  );
  const none = join(folder, "none");
  await assert.rejects(readRepository(none), said(`${none} is not a folder that can be read.`));
  await writeFile(none, "a file");
  await assert.rejects(readRepository(none), said(`${none} is not a folder that can be read.`));
});
