import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { parsePostFile } from "../../src/pull-request/post-file.ts";

const program = fileURLToPath(new URL("../../src/cli/draft.ts", import.meta.url));
const interview = fileURLToPath(
  new URL("../../src/cli/demo-repository/interviews/2026-03-23-restore-drills.md", import.meta.url),
);

/** Runs the command as a person would, from a folder of their own. */
function run(folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, INIT_CWD: folder },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "galley-draft-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const Result = z.strictObject({
  title: z.string(),
  slug: z.string(),
  hook: z.string(),
  angle: z.string(),
  markdown: z.string(),
  frontMatter: z.record(z.string(), z.unknown()),
  pullRequestBody: z.string(),
  announcement: z.string().min(1),
  claims: z.array(
    z.strictObject({
      text: z.string(),
      passages: z.array(z.strictObject({ source: z.string(), firstLine: z.int(), lastLine: z.int() })),
    }),
  ),
  findings: z.array(
    z.strictObject({ rule: z.string(), severity: z.string(), place: z.string(), message: z.string() }),
  ),
  usage: z.strictObject({ promptTokens: z.int(), completionTokens: z.int() }),
});

test("--json prints exactly one object whose quotations stand in the source, at the lines that it names", (t) => {
  const { status, stdout } = run(
    makeFolder(t),
    "--idea",
    "What a restore drill teaches",
    "--source",
    interview,
    "--json",
  );
  assert.equal(status, 0);
  const result = Result.parse(JSON.parse(stdout));
  const source = readFileSync(interview, "utf8");
  const lines = source.split("\n");
  const quoted = [...result.markdown.matchAll(/^> (?!— )(.+?) *$/gm)].map(([, words = ""]) => words);
  assert.ok(quoted.length > 0);
  for (const words of quoted) assert.ok(source.includes(words), words);
  assert.ok(result.claims.length > 0);
  for (const { text, passages } of result.claims) {
    assert.ok(passages.length > 0, text);
    const cited = passages
      .map(({ firstLine, lastLine }) => lines.slice(firstLine - 1, lastLine).join(" "))
      .join(" ");
    assert.notEqual(cited.trim(), "", text);
  }
  assert.equal(result.frontMatter.title, result.title);
  assert.match(result.pullRequestBody, /^📝 \*\*Blog Draft\*\*\n\n\*\*Hook:\*\* /);
});

test("--out writes two files and overwrites neither, and nothing is written without it", (t) => {
  const folder = makeFolder(t);
  const args = ["--idea", "Restore drills", "--source", interview];
  const printed = run(folder, ...args);
  assert.equal(printed.status, 0);
  assert.equal(parsePostFile(printed.stdout).data.title, "Restore drills");
  assert.deepEqual(readdirSync(folder), []);
  for (const count of [2, 4]) {
    assert.equal(run(folder, ...args, "--out", "drafts").status, 0);
    assert.equal(readdirSync(join(folder, "drafts")).length, count);
  }
});

test("the idea may be a file", (t) => {
  const folder = makeFolder(t);
  writeFileSync(join(folder, "idea.md"), "# Restores are rehearsals\n\nAngle: people, not disks\n");
  const { status, stdout } = run(folder, "--idea", "idea.md", "--source", interview, "--json");
  assert.equal(status, 0);
  assert.equal(Result.parse(JSON.parse(stdout)).title, "Restores are rehearsals");
});

test("what is wrong with the input is one sentence and exit 2", (t) => {
  const folder = makeFolder(t);
  writeFileSync(join(folder, "binary.md"), Buffer.from([0x89, 0x50, 0, 1, 2]));
  writeFileSync(join(folder, "scan.txt"), "%PDF-1.7");
  writeFileSync(join(folder, "empty.md"), "");
  const idea = ["--idea", "Restore drills"];
  const cases: [string[], RegExp][] = [
    [
      ["--idea", "  ", "--source", interview],
      /^galley: The idea is empty: say in a sentence what the post is about\.\n$/,
    ],
    [["--source", interview], /^galley: The idea is empty/],
    [
      ["--idea", "missing.md", "--source", interview],
      /^galley: Cannot read missing\.md: there is no such file\.\n$/,
    ],
    [idea, /^galley: Name at least one transcript with --source PATH\.\n$/],
    [[...idea, "--source", "no.md"], /^galley: Cannot read no\.md: there is no such file\.\n$/],
    [[...idea, "--source", "calls/*.md"], /^galley: Cannot read calls\/\*\.md: no file matches it\.\n$/],
    [[...idea, "--source", "binary.md"], /^galley: Cannot read binary\.md: it is a binary file\.\n$/],
    [
      [...idea, "--source", "scan.txt"],
      /^galley: Cannot read scan\.txt: it is a PDF: export it as text\.\n$/,
    ],
    [[...idea, "--source", "empty.md"], /^galley: [^\n]*empty\.md[^\n]*\n$/],
    [[...idea, "--sauce", interview], /^galley: Unknown option '--sauce'/],
  ];
  for (const [args, sentence] of cases) {
    const { status, stdout, stderr } = run(folder, ...args, "--json");
    assert.equal(status, 2, `${args.join(" ")}: ${stderr}`);
    assert.match(stderr, sentence);
    assert.equal(stdout, "");
  }
});

test("sources that do not carry a post are declined with exit 3", (t) => {
  const folder = makeFolder(t);
  writeFileSync(join(folder, "short.md"), "**Ana:** Hello there.\n\n**Ben:** Hi.\n");
  const { status, stdout, stderr } = run(
    folder,
    "--idea",
    "Restore drills",
    "--source",
    "short.md",
    "--json",
  );
  assert.equal(status, 3);
  assert.equal(stdout, "");
  assert.match(stderr, /^galley: [A-Z][^\n]+\.\n$/);
});
