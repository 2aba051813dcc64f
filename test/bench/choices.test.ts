import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../bench/main.ts", import.meta.url));

/** Runs a benchmark over lines and gives back its lines and its exit code. */
function bench(name: string, input: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "galley-test-"));
  try {
    const [data, out] = [join(folder, "anything"), join(folder, "out.jsonl")];
    writeFileSync(data, input.join("\n"));
    const { status } = spawnSync(process.execPath, [main, name, "--data", data, "--out", out]);
    const lines = readFileSync(out, "utf8").trim().split("\n");
    return { status, lines: lines.map((line) => JSON.parse(line)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const meeting = JSON.stringify({
  meeting: "bakery",
  turns: [
    { i: 0, speaker: "Ana", content: "The oven loses its heat within the hour." },
    { i: 1, speaker: "Tom", content: "" },
    { i: 2, speaker: "Ana", content: "The night shift wants a supplement from May on." },
  ],
  queries: [{ id: "bakery#s0", query: "What did Ana say about the night shift?", words: 9 }],
});
const broken = JSON.stringify({ queries: [{ id: "lost#s0" }] });

test("every query has a line, all turns of a meeting stand in it, and what is broken says so", () => {
  const { status, lines } = bench("passages", [meeting, broken, "{"]);
  assert.equal(status, 0);
  assert.deepEqual(
    lines.map(({ id }) => id),
    ["bakery#s0", "lost#s0", undefined],
  );
  assert.deepEqual(lines[0].turns.toSorted(), [0, 1, 2]);
  assert.match(lines[1].error, /^not a meeting/);
});

test("a summary has about as many words as it may", () => {
  const { status, lines } = bench("summaries", [meeting]);
  assert.equal(status, 0);
  assert.equal(lines[0].summary, "The night shift wants a supplement from May on.");
});

test("a highlight of a transcript that is not there has a line with an error", () => {
  const highlight = { id: "h#0", transcript: "/nowhere/a.vtt", highlight: "Ovens" };
  const { status, lines } = bench("evidence", [JSON.stringify(highlight)]);
  assert.equal(status, 0);
  assert.equal(lines[0].id, "h#0");
  assert.match(lines[0].error, /ENOENT/);
});

test("a query that is broken costs itself, and a turn without a speaker costs nothing", () => {
  const { lines } = bench("summaries", [
    JSON.stringify({
      meeting: "bakery",
      turns: [{ i: 0, content: "The oven loses its heat within the hour after noon." }],
      queries: [{ id: "a#s0", query: "heat", words: 12 }, { id: "a#s1" }, { id: 5 }],
    }),
  ]);
  assert.deepEqual(lines, [
    { id: "a#s0", summary: "The oven loses its heat within the hour after noon." },
    { id: "a#s1", error: "not a query as the kit dumps it" },
    { error: "not a query as the kit dumps it" },
  ]);
});

test("every file has a line when parsed, whatever its name; a folder that is not there is said", () => {
  const folder = mkdtempSync(join(tmpdir(), "galley-test-"));
  try {
    const data = join(folder, "data");
    mkdirSync(join(data, "calls.txt"), { recursive: true });
    writeFileSync(join(data, "CALL.VTT"), "WEBVTT\n\n00:01.000 --> 00:02.000\nAna: Hi.\n");
    writeFileSync(join(data, "calls.txt", "notes"), "Hello there.");
    writeFileSync(join(data, "word.docx"), "PK\u0003\u0004");
    const out = join(folder, "out.jsonl");
    const parse = (path: string) =>
      spawnSync(process.execPath, [main, "parse", "--data", path, "--out", out], { encoding: "utf8" });
    assert.equal(parse(data).status, 0);
    const lines = readFileSync(out, "utf8").trim().split("\n");
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)).map(({ file, error }) => [file, error !== undefined]),
      [
        ["CALL.VTT", false],
        [join("calls.txt", "notes"), false],
        ["word.docx", true],
      ],
    );
    const missing = spawnSync(
      process.execPath,
      [main, "evidence", "--data", join(folder, "no"), "--out", out],
      {
        encoding: "utf8",
      },
    );
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /^There is no .*: name a file or a folder with --data\.\n$/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
