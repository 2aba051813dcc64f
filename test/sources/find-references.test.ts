import assert from "node:assert/strict";
import { test } from "node:test";
import { findReferences, maxCandidates } from "../../src/sources/find-references.ts";

const place = { host: "github.com", owner: "acme", name: "notes" };
const blob = "https://github.com/acme/notes/blob/main";

/** The shortest form of what was found: the last candidate of prose is what is left without words before it. */
function find(body: string): string[] {
  return findReferences(body, place).map(({ candidates, written, note, lines, refusal }) => {
    const range = lines ? `#${lines.first}-${lines.last}` : "";
    const what = refusal ? `refused ${written}` : candidates.at(-1);
    return `${what}${range}${note ? ` (${note})` : ""}`;
  });
}

const found: readonly [string, string, readonly string[]][] = [
  ["backticks", "Use `a b/c d.md` please", ["a b/c d.md"]],
  ["double backticks", "``a/b.md``", ["a/b.md"]],
  ["a link", "[the call](calls/one%20two.vtt)", ["calls/one two.vtt"]],
  ["a link in angle brackets", "[the call](<calls/one two.vtt>)", ["calls/one two.vtt"]],
  ["a link with a title", '[the call](calls/one.vtt "the call")', ["calls/one.vtt"]],
  ["a blob link", `${blob}/a/b.md`, ["a/b.md"]],
  ["a blob link with lines", `${blob}/a/b.md?plain=1#L10-L40.`, ["a/b.md#10-40"]],
  ["a blob link in Markdown", `[x](${blob}/a%20b.md#L7)`, ["a b.md#7-7"]],
  ["a blob link to a file without extension", `${blob}/LICENSE`, ["LICENSE"]],
  ["an autolink", `<${blob}/a/b.md>`, ["a/b.md"]],
  ["semicolons", "a/b.md; c.txt", ["a/b.md", "c.txt"]],
  ["commas", "a/b.md, c.txt", ["a/b.md", "c.txt"]],
  [
    "list markers",
    "- a/b.md\n* c.txt\n+ d.vtt\n1. e.md\n2) f.md\n- [ ] g.md",
    ["a/b.md", "c.txt", "d.vtt", "e.md", "f.md", "g.md"],
  ],
  ["a quoted list", "> - a/b.md\n>c/d.md", ["a/b.md", "c/d.md"]],
  ["line ends of every kind", "a.md\r\nb.md\rc.md", ["a.md", "b.md", "c.md"]],
  [
    "a path with spaces",
    "Editorial/Public Voice - Point of View.md",
    ["Editorial/Public Voice - Point of View.md"],
  ],
  ["a label", "Sources: a/b c.md; d.txt", ["a/b c.md", "d.txt"]],
  ["a bold label", "**Sources:** a/b.md", ["a/b.md"]],
  ["a note", "a/b.md (the opening; and, the end)", ["a/b.md (the opening; and, the end)"]],
  ["a note with parentheses", "a/b.md (the part (from 3:00) on)", ["a/b.md (the part (from 3:00) on)"]],
  ["a note behind backticks", "`a/b.md` (voice); `c.md`", ["a/b.md (voice)", "c.md"]],
  ["a note with a link", "a/b.md (from https://zoom.us/rec/x)", ["a/b.md (from https://zoom.us/rec/x)"]],
  ["a note with code", "a/b.md (like `c.md`)", ["a/b.md (like `c.md`)"]],
  ["a sentence in parentheses", "(see `a/b.md`)", ["a/b.md"]],
  ["two names in a sentence", "compare a.md and b.md (mine)", ["a.md", "b.md (mine)"]],
  ["a path beside another host's link", "a/b.md from https://zoom.us/rec/x", ["a/b.md"]],
  ["a parenthesis that never closes", "x/a.md (note; b.md", ["x/a.md", "b.md"]],
  ["a backtick that never closes", "it`s a.md; b.md", ["a.md", "b.md"]],
  ["emphasis", "**a/b.md**", ["a/b.md"]],
  ["quotation marks", '"a/b c.md"; “d/e f.md”', ["a/b c.md", "d/e f.md"]],
  ["each path once", "`a.md`, [a](a.md), a.md", ["a.md"]],
  ["a folder above", "`../a.md`, [x](b/../c.md)", ["refused ../a.md", "refused b/../c.md"]],
  [
    "absolute paths",
    "`/etc/passwd`; `~/a.md`; `C:\\a.md`",
    ["refused /etc/passwd", "refused ~/a.md", "refused C:\\a.md"],
  ],
  ["an encoded folder above", "[x](a%2f..%2f..%2fb.md)", ["refused a/../../b.md"]],
];

for (const [title, body, expected] of found) {
  test(`finds ${title}`, () => assert.deepEqual(find(body), expected));
}

test("other hosts, other pages of this host and what an issue form hides are skipped", () => {
  const bodies = [
    "https://example.com/acme/notes/blob/main/a.md",
    "[a](https://example.com/a.md)",
    "`https://example.com/a.md`",
    "https://github.com.evil.com/acme/notes/blob/main/a.md",
    "https://github.com/acme/notes/issues/3",
    "<!-- `a.md`; b.md\nc.md -->",
    "<!-- `a.md` and no end",
    "Angle: see `a.md`",
    "**Series:** a/b.md",
    "[up](#top)",
    "nothing here",
    "",
  ];
  for (const body of bodies) assert.deepEqual(find(body), [], body);
});

test("other repositories and attached files are refused with the reason", () => {
  const body = "https://github.com/other/x/blob/main/a.md\nhttps://github.com/user-attachments/files/1/a.vtt";
  assert.deepEqual(
    findReferences(body, place).map(({ refusal }) => refusal),
    [
      "it lies in another repository, and only this one is read",
      "files attached to a comment cannot be read by an App: commit the file to the repository",
    ],
  );
});

test("prose with a slash is asked for and never named; a marked path is named", () => {
  assert.deepEqual(
    findReferences("this and/or that\n`a/b`\nsee c.md", place).map(({ explicit }) => explicit),
    [false, true, true],
  );
});

test("at most fifty paths are asked for, marked ones first, and one too many is named", () => {
  const prose = Array.from({ length: 60 }, (_, index) => `this and/or that ${index}`).join("\n");
  const marked = Array.from({ length: maxCandidates + 2 }, (_, index) => `\`a/${index}.md\``).join("\n");
  const references = findReferences(`${prose}\n${marked}`, place);
  const asked = references.flatMap(({ candidates }) => candidates);
  assert.equal(asked.length, maxCandidates);
  assert.ok(asked.every((path) => path.startsWith("a/")));
  assert.deepEqual(
    references
      .filter(({ refusal }) => refusal !== null)
      .map(({ written, refusal }) => `${written}: ${refusal}`),
    ["a/50.md: at most 50 files are read for a draft", "a/51.md: at most 50 files are read for a draft"],
  );
});

test("refusals do not pile up", () => {
  const body = Array.from({ length: 5_000 }, (_, index) => `\`../${index}\``).join(" ");
  assert.equal(findReferences(body.slice(0, 1_400), place).filter(({ refusal }) => refusal).length, 50);
  const lines = Array.from({ length: 500 }, (_, index) => `\`../${index}${"x".repeat(600)}\``).join("\n");
  const written = findReferences(lines, place).map((reference) => reference.written.length);
  assert.equal(written.length, 50);
  assert.ok(Math.max(...written) <= 201);
});

test("a hostile body of full length is read to its end", () => {
  const pieces = [
    "`",
    "(",
    ")",
    "[",
    "](",
    "a/",
    "a/b,",
    "- ",
    "> ",
    "/ (",
    "((a)",
    "https://",
    "<!--",
    "*",
    ".md ",
    "“",
    "a/b.md (`",
    "\t",
  ];
  for (const piece of pieces) {
    const line = piece.repeat(Math.ceil(65_536 / piece.length)).slice(0, 65_536);
    const broken = line.replaceAll(/.{1400}/g, "$&\n");
    for (const body of [line, broken]) assert.ok(findReferences(body, place).length <= 150, piece);
  }
});
