import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findReferences, maxCandidates } from "../../src/sources/find-references.ts";

const place = { host: "github.com", owner: "acme", name: "notes" };
const blob = "https://github.com/acme/notes/blob/main";

/** The shortest form of what was found: the last candidate of prose is what is left without words before it. */
function find(body: string): string[] {
  return findReferences(body, place).map(({ candidates, refs, written, note, lines, refusal }) => {
    const range = lines ? `#${lines.first}-${lines.last}` : "";
    const what = refusal ? `refused ${written}` : candidates.at(refs ? 0 : -1);
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
  ["lines behind a path", "`a/b.md#L3-L9`; c.md#L7 (why)", ["a/b.md#3-9", "c.md#7-7 (why)"]],
  ["lines of one file apart", "`a.md#L3`, `a.md#L9`", ["a.md#3-3", "a.md#9-9"]],
  [
    "patterns",
    "transcripts/2026-*.md; `calls/**/{a,b}-?.vtt` (all)",
    ["transcripts/2026-*.md", "calls/**/{a,b}-?.vtt (all)"],
  ],
  [
    "folders",
    "calls/ (the newest); `talks/`; [x](talks/2026)",
    ["calls (the newest)", "talks", "talks/2026"],
  ],
  ["a file of another repository", "see acme/more:a/b c.md (x); `acme/more:d.md`", ["a/b c.md (x)", "d.md"]],
  ["this repository by its name", "acme/notes:a.md", ["a.md"]],
  ["a colon in a path", "`talks/10:30.md`", ["talks/10:30.md"]],
  ["an encoded folder above", "[x](a%2f..%2f..%2fb.md)", ["refused a/../../b.md"]],
];

for (const [title, body, expected] of found) {
  test(`finds ${title}`, () => assert.deepEqual(find(body), expected));
}

test("other hosts, other pages of this host and what an issue form hides are skipped", () => {
  const bodies = [
    "![a picture](https://github.com/user-attachments/assets/1)",
    '<img src="https://github.com/user-attachments/assets/1">',
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

test("other owners and attached files are refused with the reason", () => {
  const body = `https://github.com/other/x/blob/main/a.md
https://github.com/user-attachments/files/1/a.vtt
https://github.com/acme/notes/files/1/a.txt
[a recording](https://github.com/user-attachments/assets/1)`;
  const attached =
    "files attached to a comment cannot be read by an App: commit the file to the repository and name its path";
  assert.deepEqual(
    findReferences(body, place).map(({ refusal }) => refusal),
    ["only repositories of acme are read: commit the file to one of them", attached, attached, attached],
  );
});

test("a link to another repository of the owner is that repository's", () => {
  const [link, path] = findReferences("https://github.com/acme/more/blob/main/a.md; acme/more:b.md", place);
  assert.deepEqual([link?.repository, link?.written], ["acme/more", "acme/more:a.md"]);
  assert.deepEqual([path?.repository, path?.written, path?.refs], ["acme/more", "acme/more:b.md", null]);
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
    [
      "a/50.md: at most 50 files are read for a draft: name fewer",
      "a/51.md: at most 50 files are read for a draft: name fewer",
    ],
  );
});

test("a link is one file, however many ways there are to read it", () => {
  const links = Array.from({ length: maxCandidates }, (_, index) => `${blob}/a/b/c/d/${index}.md`).join("\n");
  const references = findReferences(links, place);
  assert.ok(references.every(({ refusal }) => refusal === null));
  assert.equal(references.flatMap(({ candidates }) => candidates).length, 5 * maxCandidates);
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

const piece = fc.constantFrom(
  ..."`` ` ( ) [ ]( ; , / . .. # * ** ? { } : | ~ ! - > \n \t acme/more: acme/notes: #L3-L9 .md .vtt a b/c https:// %2e%2e %00 é 😀".split(
    " ",
  ),
  `${blob}/a.md`,
  "https://github.com/acme/more/tree/x/y",
  " ",
);

test("whatever is written, nothing outside of the repository is ever asked for", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const { candidates, refs, refusal, repository } of findReferences(pieces.join(""), place)) {
        assert.ok(refs === null || refs.length === candidates.length);
        assert.ok(refusal === null || candidates.length === 0);
        assert.ok(repository === null || /^acme\/[\w.-]+$/.test(repository));
        for (const path of candidates) {
          assert.ok(!path.startsWith("/") && !path.split(/[/\\]/).includes(".."), path);
          assert.doesNotMatch(path, /\p{Cc}/u);
        }
        for (const ref of refs ?? []) assert.doesNotMatch(ref, /[~^:\s]|\.\.|@\{/);
      }
    }),
    // A word that looks like a path of a home folder, behind one that does not.
    { numRuns: 500, examples: [[["``", "/", "\t", "~", "acme/notes:"]]] },
  );
});

test("a path that is written in backticks is found as it is, with its note", () => {
  const name = fc.stringMatching(/^[\p{L}\d][\p{L}\d .,;()'&+=@-]{0,20}$/u);
  const path = fc.tuple(
    fc.array(name, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(".md", ".vtt", ".txt"),
  );
  fc.assert(
    fc.property(path, ([parts, extension]) => {
      const written = `${parts.join("/")}${extension}`;
      fc.pre(!/^[a-z]:[\\/]/i.test(written));
      const found = findReferences(`Use \`${written}\` (the note) please`, place);
      assert.deepEqual(
        found.map(({ candidates, note }) => [candidates, note]),
        [[[written], "the note"]],
      );
    }),
  );
});
