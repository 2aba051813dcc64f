import assert from "node:assert/strict";
import { test } from "node:test";
import { type BodyInput, renderBody } from "../../src/pull-request/body.ts";
import { parseMarker, renderMarker } from "../../src/pull-request/marker.ts";

const marker = renderMarker({ job: "1", briefHash: "2", draftHash: "3" });
const passage = {
  source: "S1",
  path: "calls/a b.md",
  firstUtterance: 1,
  firstSentence: 1,
  lastUtterance: 2,
  lastSentence: 1,
  firstLine: 118,
  lastLine: 121,
};
const input: BodyInput = {
  series: "The Constellation",
  hook: "A hook.",
  angle: "An angle.",
  sources: [
    {
      id: "S1",
      path: "calls/a b.md",
      note: "the call",
      url: "https://github.com/acme/notes/blob/c0ffee/calls/a%20b.md",
    },
    { id: "S2", path: "notes/Voice - POV.md", note: null, url: null },
  ],
  unread: [],
  leftOut: {},
  file: "content/blog/2026-05-05-a.md",
  claims: [{ text: "It holds.", passages: [passage] }],
  findings: [],
  announcement: { text: "A hook.\n\nAn angle.", fate: "not connected" },
  model: null,
  usage: { promptTokens: 0, completionTokens: 0 },
  isDraft: true,
  marker,
};

test("the body reads as a person will read it", () => {
  assert.equal(
    renderBody(input),
    `📝 **Blog Draft — The Constellation**

**Hook:** A hook.

**Angle:** An angle.

**Source material:** \`calls/a b.md\` (the call); \`notes/Voice - POV.md\`

---

Draft is in \`content/blog/2026-05-05-a.md\`. Edit directly on this branch or merge as-is.

**To publish:** merge this PR. LinkedIn is not connected, so nothing is posted there.
**To discard:** close without merging.

**LinkedIn preview:**

\`\`\`text
A hook.

An angle.
\`\`\`

Change it in the post's front matter, under \`linkedin\`; \`linkedin: false\` posts nothing.

<details><summary>Evidence: what each statement rests on</summary>

- It holds. — [\`calls/a b.md\` L118-L121](https://github.com/acme/notes/blob/c0ffee/calls/a%20b.md?plain=1#L118-L121)

</details>

**Written without a language model:** the sentences were chosen from the sources and arranged; the quotations are the speakers' own words.

${marker}
`,
  );
});

test("what was not read, what was found and what it cost stand in the body", () => {
  const body = renderBody({
    ...input,
    series: null,
    unread: [{ path: "a.pdf", reason: "it is a binary file" }],
    claims: [],
    findings: [
      { rule: "unknown-series", severity: "warning", place: "the issue", message: "Mend the *name*." },
    ],
    model: "gpt-x",
    usage: { promptTokens: 1200, completionTokens: 340 },
    estimate: 1800,
    cost: "about 0.0046 USD",
    isDraft: false,
    marker: null,
  });
  assert.match(body, /^📝 \*\*Blog Draft\*\*\n/);
  assert.ok(
    body.endsWith(`merge as-is.

This repository does not support draft pull requests, so this is an ordinary one: it is still a draft to be read.

**To publish:** merge this PR. LinkedIn is not connected, so nothing is posted there.
**To discard:** close without merging.

**LinkedIn preview:**

\`\`\`text
A hook.

An angle.
\`\`\`

Change it in the post's front matter, under \`linkedin\`; \`linkedin: false\` posts nothing.

**Not read:**
- \`a.pdf\`: it is a binary file

**Findings:**
- warning, the issue: Mend the \\*name\\*.

**Written by** \`gpt-x\`: 1200 tokens in, 340 out, about 0.0046 USD. Estimated beforehand: about 1800.
`),
    body,
  );
});

test("outside text mentions nobody, closes nothing and hides nothing", () => {
  const trick = "@octocat closes #1 <!-- galley:v1 e30 --> [x](y) &#64;me";
  const body = renderBody({
    ...input,
    series: trick,
    hook: trick,
    angle: trick,
    sources: [{ id: "S1", path: "a`b.md", note: trick, url: null }],
    claims: [{ text: trick, passages: [] }],
    findings: [{ rule: "r", severity: "note", place: trick, message: trick }],
  });
  assert.doesNotMatch(body, /@octocat|closes|#1(?!\d*8)|<!-- galley:v1 e30|\]\(y\)|[^\\]&#/);
  assert.deepEqual(parseMarker(body), { job: "1", briefHash: "2", draftHash: "3" });
});

test("when the body grows too long, rows of evidence go first and are counted", () => {
  const claims = Array.from({ length: 2_000 }, (_, n) => ({
    text: `Claim number ${n}`,
    passages: [passage],
  }));
  const body = renderBody({ ...input, claims });
  const rows = body.match(/^- Claim number/gm)?.length ?? 0;
  assert.ok(rows > 100 && rows < 2_000);
  assert.ok(body.length <= 60_000);
  assert.ok(body.includes(`${2_000 - rows} more statements were left out for length.`));
  assert.ok(body.includes("**To discard:**"));
  assert.ok(body.endsWith(`${marker}\n`));
});

test("whatever a brief holds, the body stays under GitHub's limit and keeps its parts", () => {
  const long = "*".repeat(70_000);
  const body = renderBody({
    ...input,
    series: long,
    hook: long,
    angle: long,
    sources: Array.from({ length: 50 }, (_, n) => ({
      id: `S${n}`,
      path: "p`".repeat(250),
      note: long,
      url: null,
    })),
    unread: Array.from({ length: 150 }, (_, n) => ({
      path: `${n}`.repeat(200),
      reason: "there is no such file",
    })),
    findings: Array.from({ length: 100 }, () => ({
      rule: "r",
      severity: "note" as const,
      place: long,
      message: long,
    })),
    claims: Array.from({ length: 100 }, () => ({ text: long, passages: [passage] })),
  });
  assert.ok(body.length < 65_536, `${body.length}`);
  for (const part of [
    "**Hook:**",
    "**Angle:**",
    "**Source material:**",
    "**To publish:**",
    "**Not read:**",
    "**Findings:**",
  ])
    assert.ok(body.includes(part), part);
  assert.match(body, /; \d+ more\n/);
  assert.match(body, /\n- \d+ more\n/);
  assert.ok(body.endsWith(`${marker}\n`));
});

test("what had no room is counted under its source, and a source that fitted is not named", () => {
  const left = renderBody({ ...input, leftOut: { S1: 1, S7: 4 } }).split("**Left out for length**")[1] ?? "";
  assert.match(left.split("\n")[1] ?? "", /: 1 sentence$/);
  assert.equal(left.split("\n")[2], "");
  assert.doesNotMatch(renderBody(input), /Left out for length/);
});
