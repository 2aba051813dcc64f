import assert from "node:assert/strict";
import { test } from "node:test";
import { listPoints } from "../../src/drafting/list-points.ts";

const sourceOf = (id: string, note: string | null) => ({ source: { id, note } });

test("each item and each sentence of the notes is a point, settings and references are none", () => {
  const notes = [
    "Write about the night of the outage. Say who found the lost messages!",
    "",
    "Sources: `talks/a.md`, talks/b.md",
    "**Angle:** owners before tools",
    "Hook: what got lost?",
    "1. The dead letter queue had no owner",
    "- [ ] Retries made it worse",
    "## What the team changed afterwards",
  ].join("\n");
  assert.deepEqual(
    listPoints({ notes }, []).map(({ text }) => text),
    [
      "Write about the night of the outage.",
      "Say who found the lost messages!",
      "The dead letter queue had no owner",
      "Retries made it worse",
      "What the team changed afterwards",
    ],
  );
});

test("what is noted on a source is a point of that source only", () =>
  assert.deepEqual(
    listPoints({ notes: "" }, [sourceOf("S1", null), sourceOf("S2", "the storm and the bridge")]),
    [{ text: "the storm and the bridge", source: "S2" }],
  ));

test("what names nothing that can be looked for is no point", () =>
  assert.deepEqual(listPoints({ notes: "Please!\n- and so on" }, [sourceOf("S1", "all of it")]), []));

test("no brief asks for more than sixteen points", () => {
  const notes = Array.from({ length: 40 }, (_, at) => `- river ${at} floods town ${at}`).join("\n");
  assert.equal(listPoints({ notes }, []).length, 16);
});
