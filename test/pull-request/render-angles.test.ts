import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnglesInput, renderAngles } from "../../src/pull-request/render-angles.ts";
import { toPassage } from "../../src/sources/quote-passage.ts";
import { readFixture } from "../fixtures/sources.ts";

const talk = readFixture("two-engineers-on-queues.md");
const utterance = talk.utterances.find(({ number }) => number === 4);
assert.ok(utterance);
const passage = toPassage(talk, utterance, 1, 1);
const input: AnglesInput = {
  angles: [
    { title: "What @a queue promises", angle: "A queue earns trust, closes #1.", passages: [passage] },
    { title: "Alerts nobody answers", angle: "Owners matter.", passages: [passage] },
  ],
  model: null,
  usage: { promptTokens: 0, completionTokens: 0 },
  earlier: [
    { title: "Alerts nobody answers", about: "", state: "published", path: "blog/alerts.md", number: null },
    { title: "Budgets <b>cut</b>", about: "", state: "discarded", path: null, number: 7 },
  ],
  transcripts: [talk],
  sources: [
    { id: talk.source.id, path: "queues.md", url: "https://github.example/o/r/blob/c0ffee/queues.md" },
  ],
  unread: [{ path: "gone.md", reason: "there is no such file" }],
};

test("each angle stands with its passages at their commit, and what it comes close to", () => {
  assert.equal(
    renderAngles(input).replaceAll("\u200B", "·"),
    `Two angles. Write \`/draft 2\` to take the second, or \`/draft\` to leave the angle to the writer.

**1. What @·a queue promises**
A queue earns trust, c·loses #·1.

- [\`queues.md\` L12](https://github.example/o/r/blob/c0ffee/queues.md?plain=1#L12): Mara Lindqvist: “A message queue earns the trust of a team on the worst night of the year, not in the demo.”

**2. Alerts nobody answers**
Owners matter.

- [\`queues.md\` L12](https://github.example/o/r/blob/c0ffee/queues.md?plain=1#L12): Mara Lindqvist: “A message queue earns the trust of a team on the worst night of the year, not in the demo.”
- close to: Alerts nobody answers (\`blog/alerts.md\`)

**Earlier posts cover:**
- Alerts nobody answers (\`blog/alerts.md\`)
- Budgets \\<b\\>cut\\</b\\> (discarded, #7)

**Not read:**
- \`gone.md\`: there is no such file

Chosen without a language model: these are the topics that the sources hold.`,
  );
});

test("of a source that is withheld no word is shown", () => {
  const sources = [{ id: talk.source.id, path: "private source 1.md", url: null }];
  const text = renderAngles({ ...input, sources, model: "m", earlier: [], unread: [] });
  assert.match(text, /^- `private source 1\.md` L12$/m);
  assert.doesNotMatch(text, /worst night of the year/);
  assert.match(text, /Proposed by `m`: 0 tokens in, 0 out\.$/);
});
