import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readIdea, readTextFile, splitIssue } from "../../src/cli/read-inputs.ts";

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "galley-"));
  await mkdir(join(folder, "sub"));
  await writeFile(join(folder, "idea.md"), "\uFEFF# A title\r\n\r\nUse `a.md`\r\nAngle: Sharp\r\n");
  await writeFile(join(folder, "empty.md"), "\n \n");
  await writeFile(join(folder, "scan.txt"), "%PDF-1.7");
  await writeFile(join(folder, "image.md"), Buffer.of(1, 0, 2));
  await writeFile(join(folder, "big.md"), Buffer.alloc(5_000_001, "a"));
});
after(() => rm(folder, { recursive: true, force: true }));

const said = (message: string) => ({ name: "UserError", message });

test("a file is read from the person's folder, or from anywhere", async () => {
  const text = await readTextFile("idea.md", folder);
  assert.equal(await readTextFile("../idea.md", join(folder, "sub")), text);
  assert.equal(await readTextFile(join(folder, "idea.md"), "/"), text);
});

test("what cannot be read is told in one sentence with the path as it was given", async () => {
  const cases: [string, string][] = [
    ["none.md", "Cannot read none.md: there is no such file."],
    ["sub", "Cannot read sub: it is a folder: name a file in it."],
    ["idea.md/x", "Cannot read idea.md/x: it cannot be opened."],
    ["a\0b", "Cannot read a\0b: it cannot be opened."],
    ["scan.txt", "Cannot read scan.txt: it is a PDF: export it as text."],
    ["image.md", "Cannot read image.md: it is a binary file."],
    ["big.md", "Cannot read big.md: it is larger than 5 MB."],
  ];
  for (const [path, message] of cases) await assert.rejects(readTextFile(path, folder), said(message));
});

test("an issue in a file has its title on the first line", () => {
  assert.deepEqual(splitIssue("\uFEFF## A title \r\nOne\rTwo\n"), { title: "A title", body: "One\nTwo" });
  assert.deepEqual(splitIssue("\n\nA title"), { title: "A title", body: "" });
  assert.deepEqual(splitIssue(""), { title: "", body: "" });
});

test("an idea is a file or the words themselves", async () => {
  const brief = await readIdea("idea.md", folder);
  assert.deepEqual([brief.title, brief.notes, brief.angle], ["A title", "Use `a.md`\nAngle: Sharp", "Sharp"]);
  assert.equal(
    (await readIdea("What makes a benchmark trusted", folder)).title,
    "What makes a benchmark trusted",
  );
  assert.equal((await readIdea("sub", folder)).title, "sub");
  assert.equal((await readIdea(`${"long ".repeat(1_000)}`, folder)).title.length, 4_999);
});

test("an idea that says nothing is told in one sentence", async () => {
  const empty = "The idea is empty: say in a sentence what the post is about";
  await assert.rejects(readIdea("", folder), said(`${empty}.`));
  await assert.rejects(readIdea("##", folder), said(`${empty}.`));
  await assert.rejects(readIdea("empty.md", folder), said(`${empty}, in empty.md.`));
  await assert.rejects(readIdea("none.md", folder), said("Cannot read none.md: there is no such file."));
});
