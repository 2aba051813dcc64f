import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
