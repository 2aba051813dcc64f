import assert from "node:assert/strict";
import { test } from "node:test";
import { checkQuotations } from "../../../src/verification/evidence/check-quotations.ts";
import { groundQuotations, isBrokenBy } from "../../../src/verification/evidence/ground-quotations.ts";
import { listQuotations } from "../../../src/verification/evidence/list-quotations.ts";
import { splitPost } from "../../../src/verification/evidence/split-post.ts";
import { talk } from "./talk.ts";

function look(file: string) {
  const sentences = splitPost(file);
  const quotations = checkQuotations(listQuotations(file, {}), [talk]);
  const none = sentences.map(() => ({ hash: "", passages: [], isOwn: true }));
  const grounded = groundQuotations(sentences, none, quotations);
  return sentences.map((sentence, at) => {
    if (quotations.some((one) => isBrokenBy(one, sentence))) return "broken";
    return grounded[at]?.passages.map(({ firstLine }) => firstLine).join() || "own";
  });
}

const whole =
  "We lost the whole weekend to a backup that had been green for a year. Nobody had restored from it once.";

const cases: [string, string, string[]][] = [
  ["word for word", `I say so.\n\n> ${whole}\n> — Maya Rey`, ["own", "1", "1"]],
  ["in a sentence", "Maya Rey said “nobody had restored from it once”. So what?", ["1", "own"]],
  ["with one sentence changed", `> ${whole.replace("once", "ever")}\n> — Maya Rey`, ["own", "broken"]],
  [
    "with its sentences turned around",
    "> Nobody had restored from it once. We lost the whole weekend to a backup that had been green for a year.\n> — Maya Rey",
    ["broken", "own"],
  ],
  [
    "that nobody said",
    "> It is a promise to your future self. Really so.\n> — Maya Rey",
    ["broken", "broken"],
  ],
  [
    "and the same words outside it",
    `> ${whole}\n> — Maya Rey\n\nNobody had restored from it once.`,
    ["1", "1", "own"],
  ],
];
for (const [title, file, expected] of cases)
  test(`a quotation ${title}`, () => assert.deepEqual(look(file), expected));
