import assert from "node:assert/strict";
import { test } from "node:test";
import { choosePassages } from "../../src/sources/choose-passages.ts";
import { costOf, fitOverview } from "../../src/sources/fit-overview.ts";
import { listRuns } from "../../src/sources/list-runs.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { sourceOf } from "../fixtures/sources.ts";

const talkOf = (say: (number: number) => string, name = "Ana") =>
  parseTranscript(
    sourceOf(
      Array.from({ length: 300 }, (_, at) => `**${name} ${at % 2}:** ${say(at)}`).join("\n\n"),
      "talk.md",
    ),
  );
const countTokens = (text: string) => Math.ceil(Buffer.byteLength(text) / 4);
const fields = [{ text: "the problem with the restore", weight: 1 }];

const talks = {
  "plain English": talkOf(
    (at) => `We tried to restore thing number ${at} and had a problem with it that day.`,
  ),
  "long words": talkOf(
    (at) => `${"antidisestablishmentarianism".repeat(2)}${at} restore${at} problem${at} was here again.`,
  ),
  "another script": talkOf(
    (at) => `今日は ${at} 番目の障害について話します 我々は 復旧 を 試みました しかし 失敗 しました。`,
  ),
  "long names": talkOf(
    (at) => `The restore was a problem ${at} yes.`,
    "Speaker of the Department of Something Else Altogether",
  ),
};

for (const [what, talk] of Object.entries(talks))
  test(`what is chosen of ${what} stays within the room, speakers and numbers counted`, () => {
    const { passages, leftOut } = choosePassages([talk], fields, {
      maxTokens: 1500,
      countTokens,
      purpose: "stretch",
    });
    const cost = passages.reduce((sum, { firstUtterance, firstSentence, lastSentence }) => {
      const { speaker, sentences } = talk.utterances[firstUtterance - 1] ?? { speaker: null, sentences: [] };
      const own = sentences.slice(firstSentence - 1, lastSentence);
      const text = own.map((one) => one.text).join(" ");
      return sum + costOf({ text, speaker, sentences: own.length }, countTokens);
    }, 0);
    assert.ok(leftOut > 0 && cost > 1000 && cost <= 1500, String(cost));
  });

test("where nothing fits there is no overview", () => {
  const talk = talks["long words"];
  const ranked = listRuns([talk]).map(({ passage }) => ({ passage, score: 1 }));
  assert.deepEqual(fitOverview([talk], ranked, { fields, words: 100, room: 5, countTokens }), []);
  assert.ok(fitOverview([talk], ranked, { fields, words: 100, room: 500, countTokens }).length > 0);
});
