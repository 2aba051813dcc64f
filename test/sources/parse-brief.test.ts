import assert from "node:assert/strict";
import { test } from "node:test";
import { parseBrief } from "../../src/sources/parse-brief.ts";

test("title and notes are a person's words, without what an issue form hides", () => {
  assert.deepEqual(parseBrief("  A title ", "One.\r\n<!-- Angle: hidden -->\nTwo.\n<!-- no end"), {
    title: "A title",
    notes: "One.\r\n \nTwo.",
    series: null,
    angle: null,
    hook: null,
    audience: null,
  });
});

test("keyed lines are read in every dress, the last of a kind counts", () => {
  const body =
    "Series: First\n- **Angle:** Sharp\n**Hook**: A: b\n  audience:\tEditors \nSERIES: The Constellation\nAngles: no\nHook:\n";
  const { series, angle, hook, audience } = parseBrief("t", body);
  assert.deepEqual(
    { series, angle, hook, audience },
    { series: "The Constellation", angle: "Sharp", hook: "A: b", audience: "Editors" },
  );
});

test("a long hostile body is read to its end", () => {
  for (const piece of ["<!--", "*", "angle:", " ", "- "]) {
    const body = piece.repeat(Math.ceil(65_536 / piece.length));
    assert.equal(parseBrief("t", body).title, "t");
  }
});

test("a hook or an angle says something, and leads nowhere", () => {
  const brief = parseBrief(
    "T",
    "Hook: Read [the plan](https://a.example) at www.b.example\nAngle: https://c.example\n",
  );
  assert.equal(brief.hook, "Read the plan at");
  assert.equal(brief.angle, null);
  assert.match(brief.notes, /https:\/\/a\.example/);
});
