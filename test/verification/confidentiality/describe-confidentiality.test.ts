import assert from "node:assert/strict";
import { test } from "node:test";
import { describeConfidentiality } from "../../../src/verification/confidentiality/describe-confidentiality.ts";

const leak = {
  number: 1,
  value: "vantaro",
  kind: "organisation" as const,
  isSpeaker: false,
  places: [
    { place: "branch", line: null },
    { place: "blog/a.md", line: 3 },
  ],
};
const options = { files: ["blog/a.md"], released: 0 };

test("what blocks fails, with an annotation at each line and no value", () => {
  assert.deepEqual(describeConfidentiality([leak], "block", options), {
    title: "1 to clear",
    summary:
      "Said here, and found in the sources: the name of an organisation.\n\n- error, branch; blog/a.md, line 3: F1 is the name of an organisation of the sources: take it out, or write /release F1, or list it under confidentiality.public.",
    conclusion: "failure",
    annotations: [
      {
        path: "blog/a.md",
        line: 3,
        level: "failure",
        message:
          "F1 is the name of an organisation of the sources: take it out, or write /release F1, or list it under confidentiality.public.",
      },
    ],
  });
});

test("flags are neutral, nothing is a success, and there are fifty annotations at the most", () => {
  const many = {
    ...leak,
    places: Array.from({ length: 60 }, (_, at) => ({ place: "blog/a.md", line: at + 1 })),
  };
  const flagged = describeConfidentiality([many], "flag", options);
  assert.equal(flagged.conclusion, "neutral");
  assert.equal(flagged.annotations.length, 50);
  const clean = describeConfidentiality([], "flag", { ...options, released: 2 });
  assert.equal(clean.conclusion, "success");
  assert.match(clean.summary, /^Every detail of the sources that is said here was released: 2\.$/);
  assert.equal(describeConfidentiality([leak], "allow", options).title, "Not looked at");
});

test("what was not read is said, and is no success", () => {
  const { title, summary, conclusion } = describeConfidentiality([], "flag", { ...options, unread: 3 });
  assert.deepEqual([title, conclusion], ["Nothing to clear in what was read", "neutral"]);
  assert.equal(
    summary,
    "No name, address, amount or long number of the sources is said.\n\nNot read, or not to the end: 3 files that this pull request brings to the site. Look through what is left by yourself.",
  );
  assert.match(
    describeConfidentiality([leak], "flag", { ...options, unread: 1 }).summary,
    /\n\nNot read, .* one file/,
  );
});

test("a path is words and no Markdown", () => {
  const odd = { ...leak, places: [{ place: "a[b](c)<img>.md", line: null }] };
  const { summary } = describeConfidentiality([odd], "flag", { files: [], released: 1 });
  assert.match(summary, /a\\\[b\\\]\(c\)\\<img>\.md: F/);
  assert.match(summary, /Released before: 1\./);
});

test("a thousand leaks fit into what GitHub takes, and the message of all speakers stays short enough", () => {
  const many = Array.from({ length: 1_000 }, (_, at) => ({
    ...leak,
    number: at + 1,
    isSpeaker: at % 2 === 1,
    places: [{ place: "blog/a.md", line: at + 1 }],
  }));
  const { summary, conclusion } = describeConfidentiality(many, "block", options);
  assert.ok(Buffer.byteLength(summary) < 65_535);
  assert.match(summary, /- and 401 more$/);
  assert.equal(conclusion, "failure");
});
