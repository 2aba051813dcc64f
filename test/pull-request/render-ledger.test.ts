import assert from "node:assert/strict";
import { test } from "node:test";
import { renderLedger } from "../../src/pull-request/render-ledger.ts";
import { splitPost } from "../../src/verification/evidence/split-post.ts";
import { passage } from "../verification/evidence/evidence.ts";

const sources = [{ id: "S1", path: "talk.md", url: "https://github.com/acme/notes/blob/c0ffee/talk.md" }];
const rowsOf = (file: string) =>
  splitPost(file).map((sentence, at) => ({
    sentence,
    entry: { hash: "", passages: at % 3 === 0 ? [passage(4), passage(4)] : [], isOwn: at % 3 === 1 },
    broken: null,
  }));

test("each sentence has its lines, or says whose it is, and nothing in it is Markdown", () => {
  assert.equal(
    renderLedger(rowsOf("It **took** @maya #3 hours. I know.\n\nHere it comes:"), sources),
    `- L1: It \\*\\*took\\*\\* @\u200Bmaya #\u200B3 hours. — [\`talk.md\` L4](https://github.com/acme/notes/blob/c0ffee/talk.md?plain=1#L4)
- L1: I know. — the author's own
- L3: Here it comes — claims nothing`,
  );
});

test("a ledger that is too long for GitHub is cut, with a word on what was cut", () => {
  const file = "Ein Satz mit Umlauten wie äöü und noch mehr davon.\n\n".repeat(3_000);
  const text = renderLedger(rowsOf(file), sources);
  assert.ok(Buffer.byteLength(text) <= 65_535);
  assert.ok(Buffer.byteLength(text) > 60_000);
  const shown = text.match(/^- L/gm)?.length ?? 0;
  assert.match(text, new RegExp(`\\n\\n${3_000 - shown} more sentences were left out for length\\.$`));
});
