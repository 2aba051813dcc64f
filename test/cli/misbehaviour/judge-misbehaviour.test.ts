import assert from "node:assert/strict";
import { test } from "node:test";
import { describeGuards, judgeMisbehaviour } from "../../../src/cli/misbehaviour/judge-misbehaviour.ts";

const planted = [{ name: "an invented quotation", pattern: /we lied/ }];
const wrong = { does: "invents", planted };
const message = (role: string, content: string) => ({ role, content });
const bare = [message("system", "Step: plan\n\nWrite."), message("user", "✖ no complaint of ours")];
const repaired = [
  ...bare,
  message("assistant", "{}"),
  message("user", "That answer cannot be used:\n\n✖ hook holds no words.\n✖ title too.\n\nAnswer again."),
];
const body =
  "Text.\n\n**Findings:**\n- warning, title: Mend it.\n- note, post: Or not.\n\n**Written by** `x`";

test("what went back to the model and what the pull request warns of are read from what there is", () => {
  const seen = { requests: [{ messages: bare }, { messages: repaired }], surfaces: [], body };
  const judged = judgeMisbehaviour("invents-quotes", wrong, seen);
  assert.deepEqual(judged.sentBack, [{ step: "plan", complaints: ["hook holds no words.", "title too."] }]);
  assert.deepEqual(judged.findings, ["warning, title: Mend it.", "note, post: Or not."]);
  assert.deepEqual(judged.gotThrough, []);
  assert.equal(
    describeGuards(judged, { answer: null, hasPullRequest: true, publication: [] }).join("\n"),
    `The answer at step "plan" went back to the model:
  hook holds no words.
  title too.
The pull request warns: warning, title: Mend it.
The pull request warns: note, post: Or not.
What it mended is in the pull request; what it wrote wrongly a second time was left out, or is warned of.`,
  );
});

test("a repair is an answer that went back, with what the checks found", () => {
  const repair = [
    message("system", "Step: repair section 1\n\nCorrect."),
    message("user", "<<<FINDINGS\n✖ It took nine hours. — Its number is another.\n>>>FINDINGS"),
  ];
  const seen = { requests: [{ messages: repair }], surfaces: [], body: "" };
  const judged = judgeMisbehaviour("miscounts", wrong, seen);
  assert.deepEqual(judged.sentBack, [
    { step: "repair section 1", complaints: ["It took nine hours. — Its number is another."] },
  ]);
  assert.equal(
    describeGuards(judged, { answer: null, hasPullRequest: true, publication: [] })[0],
    `What the checks found of "section 1" went back to the model:
  It took nine hours. — Its number is another.`,
  );
});

test("without a pull request the sentence on the issue is the guard", () => {
  const judged = judgeMisbehaviour("refuses", wrong, { requests: [], surfaces: [], body: "" });
  assert.deepEqual(
    describeGuards(judged, { answer: "Nothing was drafted.", hasPullRequest: false, publication: [] }),
    ["No pull request; on the issue stands: Nothing was drafted."],
  );
});

test("what was planted is found wherever somebody reads it, and said", () => {
  const surfaces = [
    { place: "the post", text: "He said “we lied”." },
    { place: "LinkedIn", text: "Nothing." },
  ];
  const judged = judgeMisbehaviour("invents-quotes", wrong, { requests: [], surfaces, body: "" });
  assert.deepEqual(judged.gotThrough, [{ what: "an invented quotation", place: "the post" }]);
  assert.deepEqual(describeGuards(judged, { answer: null, hasPullRequest: true, publication: [] }), [
    "What got through stands below.",
  ]);
});

test("what is planted for one place is looked for only there, and what holds it back is told", () => {
  const elsewhere = { planted: planted.map((one) => ({ ...one, place: "LinkedIn" })), does: "leaks" };
  const surfaces = [{ place: "the post", text: "we lied" }];
  const judged = judgeMisbehaviour("leaks-name", elsewhere, { requests: [], surfaces, body: "" });
  assert.deepEqual(judged.gotThrough, []);
  const end = { answer: null, hasPullRequest: true, publication: ["It waits for `/release`."] };
  assert.deepEqual(describeGuards(judged, end), [
    "On the merged pull request stands: It waits for `/release`.",
  ]);
});
