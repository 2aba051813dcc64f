import assert from "node:assert/strict";
import { test } from "node:test";
import {
  Amazon,
  AmazonItems,
  readAmazon,
  readAmazonItems,
} from "../../../../src/sources/formats/json/amazon.ts";

const item = (content: string, start: string | null, rest = {}) => ({
  type: start === null ? "punctuation" : "pronunciation",
  ...(start === null ? {} : { start_time: start, end_time: `${Number(start) + 0.5}` }),
  alternatives: [{ content, confidence: "0.9" }],
  ...rest,
});
const said = ({ segments }: ReturnType<typeof readAmazon>) =>
  segments.map(({ speaker, text }) => [speaker, text]);

test("speakers stand beside the words, on the words, or are channels", () => {
  const items = [item("Hi", "1.0"), item(",", null), item("you", "1.5"), item("Why", "3.0")];
  const labels = {
    segments: [
      {
        items: [
          { start_time: "1.0", speaker_label: "spk_0" },
          { start_time: "1.5", speaker_label: "spk_0" },
          { start_time: "3.0", speaker_label: "spk_1" },
        ],
      },
    ],
  };
  const expected = [
    ["spk_0", "Hi, you"],
    ["spk_1", "Why"],
  ];
  assert.deepEqual(said(readAmazon(Amazon.parse({ results: { items, speaker_labels: labels } }))), expected);
  const own = [item("Hi", "1.0", { speaker_label: "spk_0" }), item("Why", "3.0", { speaker_label: "spk_1" })];
  assert.deepEqual(said(readAmazonItems(AmazonItems.parse(own))), [
    ["spk_0", "Hi"],
    ["spk_1", "Why"],
  ]);
  const channels = ["ch_0", "ch_1"].map((channel_label, at) => ({
    channel_label,
    items: [item("Hi", `${2 - at}`)],
  }));
  assert.deepEqual(said(readAmazon(Amazon.parse({ results: { items: [], channel_labels: { channels } } }))), [
    ["ch_1", "Hi"],
    ["ch_0", "Hi"],
  ]);
});
