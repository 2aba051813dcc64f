import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { readSources } from "../../src/cli/read-sources.ts";

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "galley-"));
  const days = ["01", "02", "03", "04", "05", "06", "07"].map((day) => `calls/2026-01-${day}.md`);
  const others = [
    "calls/README.md",
    "calls/.old/a.md",
    "calls/a/2025-12-01.vtt",
    "calls/c.png",
    "undated/a.md",
    "undated/b.md",
  ];
  for (const path of [...days, ...others, "talk (final).md", "x.md", "empty/c.png"]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `**Ana:** ${path}.\n`);
  }
  await writeFile(join(folder, "large.md"), "version https://git-lfs.github.com/spec/v1\n");
  await symlink("../x.md", join(folder, "calls/link.md"));
  await utimes(join(folder, "undated/a.md"), 1_800_000_000, 1_800_000_000);
  await utimes(join(folder, "undated/b.md"), 1_700_000_000, 1_700_000_000);
});
after(() => rm(folder, { recursive: true, force: true }));

/** The sources in the shortest form. */
async function read(...named: string[]): Promise<string[]> {
  const { sources, left } = await readSources(named, folder);
  const told = sources.map(({ path, note, lines }) => {
    const range = lines ? `#${lines.first}-${lines.last}` : "";
    return `${path}${range}${note ? ` (${note})` : ""}`;
  });
  return [...told, ...left];
}

test("a path may have lines and a note behind it; a file of exactly that name comes first", async () => {
  assert.deepEqual(await read("x.md#L2-L4 (why)"), ["x.md#2-4 (why)"]);
  assert.deepEqual(await read("talk (final).md", "x.md"), ["talk (final).md", "x.md"]);
  assert.deepEqual(await read("talk (final).md (the note)"), ["talk (final).md (the note)"]);
  assert.deepEqual(await read(join(folder, "x.md")), [join(folder, "x.md")]);
});

test("a folder means its newest files, and what is left is said", async () => {
  assert.deepEqual(await read("calls/ (rehearsals)"), [
    "calls/2026-01-07.md (rehearsals)",
    "calls/2026-01-06.md (rehearsals)",
    "calls/2026-01-05.md (rehearsals)",
    "calls/2026-01-04.md (rehearsals)",
    "calls/2026-01-03.md (rehearsals)",
    "Of the 8 files in calls/ (rehearsals) the 5 newest are read.",
  ]);
  assert.deepEqual(await read("undated"), ["undated/a.md", "undated/b.md"]);
});

test("a pattern means what it matches, and a file is read once", async () => {
  assert.deepEqual(await read("calls/**/*.vtt"), ["calls/a/2025-12-01.vtt"]);
  assert.deepEqual(await read("calls/2026-01-0[12].*"), ["calls/2026-01-02.md", "calls/2026-01-01.md"]);
  assert.deepEqual(await read("x.md", "x*.md", "./x.md"), ["x.md"]);
  assert.deepEqual(await read(`${folder}/calls/a/*`), [`${folder}/calls/a/2025-12-01.vtt`]);
});

test("what cannot be read is one sentence with the name as it was given", async () => {
  const cases: [string, string][] = [
    ["none.md", "Cannot read none.md: there is no such file."],
    ["none.md (why)", "Cannot read none.md: there is no such file."],
    ["none/*.md", "Cannot read none/*.md: no file matches it."],
    ["empty", "Cannot read empty: it holds no file that can be a source."],
    ["large.md", "Cannot read large.md: it is a Git LFS pointer: commit the file itself."],
  ];
  for (const [name, message] of cases) await assert.rejects(read(name), { name: "UserError", message });
});
