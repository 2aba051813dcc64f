import assert from "node:assert/strict";
import { test } from "node:test";
import { renderEvidence } from "../../src/pull-request/evidence.ts";

const passage = (source: string, firstLine: number, lastLine = firstLine) => ({
  source,
  path: `${source}.md`,
  firstUtterance: 1,
  firstSentence: 1,
  lastUtterance: 1,
  lastSentence: 1,
  firstLine,
  lastLine,
});
const sources = [
  { id: "S1", path: "S1.md", url: "https://github.com/acme/notes/blob/c0ffee/a%20(1.md" },
  { id: "S2", path: "S2.md", url: null },
];

test("each statement leads to its lines; a parenthesis does not end the link", () => {
  const claims = [{ text: "One *thing*.", passages: [passage("S1", 7), passage("S2", 3, 5)] }];
  assert.equal(
    renderEvidence(claims, sources, 10_000),
    `<details><summary>Evidence: what each statement rests on</summary>

- One \\*thing\\*. — [\`S1.md\` L7](https://github.com/acme/notes/blob/c0ffee/a%20%281.md?plain=1#L7), \`S2.md\` L3-L5

</details>`,
  );
});

test("a source that nobody knows is named without a link", () => {
  assert.match(
    renderEvidence([{ text: "x", passages: [passage("S9", 1)] }], sources, 10_000) ?? "",
    /`S9\.md` L1\n/,
  );
});

test("without claims, or without room, there is no table", () => {
  const claims = [{ text: "x", passages: [passage("S1", 1)] }];
  assert.equal(renderEvidence([], sources, 10_000), null);
  for (const room of [-1, 0, 100]) assert.equal(renderEvidence(claims, sources, room), null);
});

test("the table never takes more than its room, and counts what it left out", () => {
  const claims = Array.from({ length: 40 }, (_, n) => ({
    text: `Claim ${n}`,
    passages: [passage("S1", n + 1)],
  }));
  for (let room = 300; room < 5_000; room += 61) {
    const table = renderEvidence(claims, sources, room) ?? "";
    assert.ok(table.length <= room);
    const rows = table.match(/^- Claim/gm)?.length ?? 0;
    if (rows > 0 && rows < 39) assert.ok(table.includes(`${40 - rows} more statements were left out`), table);
    if (rows === 39) assert.ok(table.includes("1 more statement was left out"));
  }
});

test("long statements are cut, in words or without spaces between them", () => {
  const row = (text: string) => renderEvidence([{ text, passages: [] }], sources, 60_000) ?? "";
  assert.match(row("word ".repeat(50)), /^- (?:word ){30}… — $/m);
  assert.ok(row("文".repeat(5_000)).length < 700);
});
