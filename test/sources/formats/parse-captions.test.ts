import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTranscript } from "../../../src/sources/parse-transcript.ts";
import { readFixture, sourceOf } from "../../fixtures/sources.ts";

const read = (text: string) => parseTranscript(sourceOf(text, "talk.vtt")).utterances;
const said = (text: string) => read(text).map(({ speaker, text: words }) => [speaker, words]);

test("joins the consecutive cues of a speaker and leaves notes and styles out", () => {
  const { utterances, speakers } = readFixture("planning-call.vtt");
  assert.deepEqual(speakers, ["Ines Okafor", "Paul (Ops)"]);
  assert.deepEqual(
    utterances.map(({ speaker }) => speaker),
    ["Ines Okafor", "Paul (Ops)", "Ines Okafor", "Paul (Ops)"],
  );
  assert.deepEqual(
    [utterances[0]?.startMs, utterances[0]?.endMs, utterances[0]?.firstLine],
    [3000, 16_000, 10],
  );
});

test("a rolling caption is read once, and a voice tag names its speaker", () => {
  const { utterances } = readFixture("rolling-captions.vtt");
  assert.deepEqual(
    utterances.map(({ speaker, text }) => [speaker, text]),
    [
      [null, "the first line of talk and the second line"],
      ["Ada", "and now Ada speaks"],
    ],
  );
});

test("byte order mark, Windows line ends, cue settings and entities", () => {
  assert.deepEqual(
    said(
      "\uFEFFWEBVTT\r\n\r\n00:01.000 --> 00:02.000 align:start\r\nAna: salt &amp; <b>pepper</b> &lt;3\r\n",
    ),
    [["Ana", "salt & pepper <3"]],
  );
});

test("where labels stand only at changes, the speaker carries on", () => {
  const cue = (at: number, text: string) => `00:0${at}.000 --> 00:0${at + 1}.000\n${text}\n\n`;
  const text = `WEBVTT\n\n${cue(0, "Ana: One and")}${cue(1, "two.")}${cue(2, "three: four.")}${cue(3, "Ben: Five")}${cue(4, "six.")}`;
  assert.deepEqual(said(text), [
    ["Ana", "One and two. three: four."],
    ["Ben", "Five six."],
  ]);
});

test("a file without cues is refused", () =>
  assert.throws(() => said("WEBVTT\n\nNOTE nothing"), /holds no captions: no line has times/));

test("an entity that only the language knows stays as it is written", () => {
  const text = "WEBVTT\n\n00:01.000 --> 00:02.000\nAna Ruiz: A &toString; and &__proto__; &amp; more.\n";
  assert.equal(read(text)[0]?.text, "A &toString; and &__proto__; & more.");
});

test("a phrase before a colon is not a person, even where every cue has one", () => {
  const cues = [
    "Ana Ruiz: One.",
    "nflaig: Two.",
    "Ana Ruiz: Three.",
    "nflaig: Four.",
    "Here is the thing: a drill helps.",
    "nflaig: Five.",
  ];
  const text = `WEBVTT\n\n${cues.map((cue, index) => `00:0${index}.000 --> 00:0${index + 1}.000\n${cue}`).join("\n\n")}\n`;
  assert.deepEqual([...new Set(read(text).map(({ speaker }) => speaker))], ["Ana Ruiz", "nflaig", null]);
});
