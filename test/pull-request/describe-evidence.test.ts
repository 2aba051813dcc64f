import assert from "node:assert/strict";
import { test } from "node:test";
import { describeEvidence, type Evidence } from "../../src/pull-request/describe-evidence.ts";
import { checkQuotations } from "../../src/verification/evidence/check-quotations.ts";
import { listQuotations } from "../../src/verification/evidence/list-quotations.ts";
import { splitPost } from "../../src/verification/evidence/split-post.ts";
import { passage } from "../verification/evidence/evidence.ts";
import { talk } from "../verification/evidence/talk.ts";

const source = {
  id: "S1",
  path: "talk.md",
  url: "https://github.com/acme/notes/blob/c0ffee/talk.md",
  isWithheld: false,
};

/** The evidence of a post of which every sentence is a person's but the first. */
function evidenceOf(file: string, rest: Partial<Evidence> = {}): Evidence {
  const sentences = splitPost(file);
  const entries = sentences.map((_, at) => ({
    hash: "",
    passages: at === 0 ? [passage(3)] : [],
    isOwn: at > 0,
  }));
  const quotations = checkQuotations(listQuotations(file, {}), [talk]);
  return {
    path: "a.md",
    sentences,
    entries,
    quotations,
    sources: [source],
    unread: [],
    findings: [],
    ...rest,
  };
}
const conclude = (file: string, rest?: Partial<Evidence>) => {
  const { conclusion, title } = describeEvidence(evidenceOf(file, rest));
  return `${conclusion}: ${title}`;
};

test("what somebody wrote is never an error", () => {
  assert.equal(
    conclude("It took nineteen hours. I think that is a lot. So “cloud” is a word."),
    "success: 1 of 3 sentences grounded, 2 the author's own, no quotation changed",
  );
});

test("a quotation that was changed or invented fails, one that cannot be checked does not pass", () => {
  const changed = "It took nineteen hours.\n\n> Nobody had tested from it once.\n> — Maya Rey";
  assert.equal(
    conclude(changed),
    "failure: 1 of 2 sentences grounded, none the author's own, 1 quotation changed",
  );
  const invented = "It took nineteen hours.\n\n> A backup is a promise to yourself.\n> — Maya Rey";
  assert.equal(
    conclude(invented),
    "failure: 1 of 2 sentences grounded, none the author's own, no quotation changed, 1 in no source",
  );
  const unnamed = "It took nineteen hours.\n\n> Nobody had restored from it once.";
  assert.match(conclude(unnamed), /^neutral: 1 of 2 sentences grounded/);
});

test("a quotation that a person brought along is a note, and the check is neutral", () => {
  const book = "It took nineteen hours.\n\n> It was a bright cold day in April.\n> — George Orwell";
  const { quotations, ...rest } = evidenceOf(book);
  const own = quotations.map((one) => ({ ...one, state: "own" as const, message: "It is yours." }));
  const report = describeEvidence({ ...rest, quotations: own });
  assert.deepEqual(
    [report.conclusion, report.title, report.annotations.map(({ level, message }) => `${level}: ${message}`)],
    [
      "neutral",
      "1 of 2 sentences grounded, 1 the author's own, no quotation changed, 1 of the author's own",
      ["notice: It is yours."],
    ],
  );
  assert.match(report.text ?? "", /bright cold day in April\. — the author's own/);
  assert.match(conclude(book), /^failure/, "negative control: not marked");
});

test("what was said stands beside a finding that is about it, but for a withheld source", () => {
  const original = {
    passage: passage(3),
    speaker: "Maya Rey",
    text: "It took nineteen.",
    differing: "It took nineteen.",
  };
  const finding = {
    rule: "r",
    severity: "note",
    place: "post",
    message: "Look.",
    line: 1,
    original,
  } as const;
  const show = (isWithheld: boolean) =>
    describeEvidence(evidenceOf("One.", { findings: [finding], sources: [{ ...source, isWithheld }] }))
      .annotations[0]?.message;
  assert.equal(show(false), "Look. Maya Rey said (talk.md, line 3): “It took nineteen.”");
  assert.equal(show(true), "Look. What was said stands in talk.md, line 3.");
});

test("where a source cannot be read again nothing is said to be invented", () => {
  const invented = "It took nineteen hours.\n\n> A backup is a promise to yourself.\n> — Maya Rey";
  assert.match(conclude(invented, { unread: ["gone.md"] }), /^neutral: 1 of 2/);
  assert.match(conclude("It took nineteen hours.", { unread: ["gone.md"] }), /^neutral: 1 of 1 sentence /);
  const { summary } = describeEvidence(evidenceOf("One.", { unread: ["gone.md"] }));
  assert.match(summary, /`gone\.md` could not be read again, so nothing could be found in it\./);
});

test("of a withheld source neither page nor words are shown, only that it has them", () => {
  const file = "It took nineteen hours.\n\n> Nobody had tested from it once.\n> — Maya Rey";
  const withheld = { id: "S1", path: "private source 1.md", url: null, isWithheld: true };
  const report = JSON.stringify(describeEvidence(evidenceOf(file, { sources: [withheld] })));
  assert.match(report, /What was said stands in private source 1\.md, line 1\./);
  assert.doesNotMatch(report, /restored|talk\.md|github\.com/);
  assert.match(JSON.stringify(describeEvidence(evidenceOf(file))), /restored/, "negative control");
});

test("findings stand beside their lines, as grave as they are", () => {
  const finding = { rule: "r", severity: "warning", place: "post, line 1", message: "Ask @maya." } as const;
  const { annotations, conclusion } = describeEvidence(
    evidenceOf("One.", { findings: [{ ...finding, line: 9 }] }),
  );
  assert.equal(conclusion, "neutral");
  assert.deepEqual(annotations, [
    { path: "a.md", firstLine: 9, lastLine: 9, level: "warning", message: "Ask @\u200Bmaya." },
  ]);
  const noted = describeEvidence(
    evidenceOf("One.", { findings: [{ ...finding, severity: "note", line: null }] }),
  );
  assert.deepEqual([noted.conclusion, noted.annotations[0]?.firstLine], ["success", 1]);
});

test("many findings are listed beside their lines, and the first of them in the summary", () => {
  const finding = { rule: "r", severity: "warning", place: "post", message: "Look.", line: 1 } as const;
  const report = describeEvidence(
    evidenceOf("One.", { findings: Array.from({ length: 60 }, () => finding) }),
  );
  assert.equal(report.annotations.length, 60);
  assert.match(report.summary, /- and 40 more, beside their lines$/);
});
