import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { plantContradiction } from "../../bench/support/plant-contradiction.ts";
import { balancedAccuracy, compareFolds } from "../../bench/support/two-folds.ts";

const main = fileURLToPath(new URL("../../bench/main.ts", import.meta.url));

test("each sentence has a line, and what is broken says so", () => {
  const folder = mkdtempSync(join(tmpdir(), "galley-test-"));
  try {
    const [data, out] = [join(folder, "data.jsonl"), join(folder, "out.jsonl")];
    const source = ["Ana: I will bring the bread tomorrow.", "Tom: Good."];
    const rows = [
      { id: "a", source, sentence: "Ana will bring the bread tomorrow." },
      { id: "b", source, sentence: "Tom sold his car to a bank." },
      { id: "c" },
    ];
    writeFileSync(data, rows.map((row) => JSON.stringify(row)).join("\n"));
    const { status } = spawnSync(process.execPath, [main, "grounding", "--data", data, "--out", out]);
    const lines = readFileSync(out, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.equal(status, 0);
    assert.deepEqual(
      lines.map(({ id, supported }) => [id, supported]),
      [
        ["a", true],
        ["b", false],
        ["c", undefined],
      ],
    );
    assert.match(lines[2].error, /^not a sentence/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const rows = [0.9, 0.8, 0.3, 0.2].flatMap((score) =>
  [0, 1].map((fold) => ({ score, supported: score > 0.5, fold })),
);

test("a threshold is tried on the half that it was not chosen on", () => {
  assert.equal(balancedAccuracy(rows, 0.5), 1);
  assert.equal(balancedAccuracy(rows, 0), 0.5);
  assert.deepEqual(compareFolds(rows), { folds: [1, 1], mean: 1 });
  const other = rows.map((row) => (row.fold === 0 ? { ...row, score: row.score - 1 } : row));
  assert.deepEqual(compareFolds(other).folds, [0.5, 0.5]);
});

test("a planted contradiction changes one thing, and needs something to change", () => {
  const first = () => 0;
  const ground = {
    text: "Ana said that they can bring 12 loaves to Berlin.",
    names: ["Berlin", "Lisbon"],
    speaker: "Ana",
    speakers: ["Ana", "Tom"],
  };
  assert.deepEqual(
    (["number", "name", "negation", "speaker"] as const).map((kind) =>
      plantContradiction(kind, ground, first),
    ),
    [
      "Ana said that they can bring 25 loaves to Berlin.",
      "Ana said that they can bring 12 loaves to Lisbon.",
      "Ana said that they can not bring 12 loaves to Berlin.",
      "Tom said that they can bring 12 loaves to Berlin.",
    ],
  );
  assert.equal(plantContradiction("number", { ...ground, text: "Nothing to count." }, first), null);
});
