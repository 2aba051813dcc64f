import assert from "node:assert/strict";
import { test } from "node:test";
import { describeThin } from "../../src/sources/describe-thin.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";

const said = (...lines: string[]) => [
  parseTranscript({
    id: "S1",
    repository: null,
    path: "a.md",
    commit: null,
    note: null,
    text: lines.map((line) => `**Ann Lee:** ${line}`).join("\n\n"),
  }),
];
const statements = [
  "The restore took eleven hours that night.",
  "Nobody had written down the firewall rule.",
  "Backups were green for fourteen whole months.",
];

test("three statements carry a draft, whatever they are about", () => {
  assert.equal(describeThin(said(...statements)), null);
  assert.equal(
    describeThin(
      said(
        "昨日は復元の訓練をしました。計画では四時間でしたが実際には十九時間かかりました。待ち時間がほとんどを占めていたのです。",
      ),
    ),
    null,
  );
});

test("fewer are said to be too few, and what to do", () => {
  assert.equal(
    describeThin(said(...statements.slice(1))),
    "The sources hold two statements that a post could rest on, and it takes three: name a transcript in which more is said.",
  );
  assert.match(describeThin([]) ?? "", /hold no statement/);
});

test("questions, courtesies, and what is said twice are no statements", () => {
  const talk = [
    "How long did the restore of the payroll take?",
    "Yes, okay, so I think so, right?",
    "Thank you very much, and goodbye to you.",
    ...statements.slice(0, 1),
    ...statements.slice(0, 1),
  ];
  assert.match(describeThin(said(...talk)) ?? "", /hold (?:one|two) statement/);
});
