import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { z } from "zod";
import { describeParsed } from "../../../bench/support/describe-parsed.ts";

const data = process.env.GALLEY_DATA;
const skip = data === undefined ? "GALLEY_DATA names no folder of transcripts" : false;

const Counts = z.record(
  z.string(),
  z.object({
    format: z.string().optional(),
    turns: z.number().optional(),
    cues: z.number().optional(),
    segments: z.number().optional(),
    monologues: z.number().optional(),
    utterances: z.number().optional(),
    speakers: z
      .union([z.array(z.string().nullable()), z.record(z.string(), z.number())])
      .nullish()
      .transform((value) => (value == null || Array.isArray(value) ? value : Object.keys(value))),
  }),
);
const Cues = z.record(
  z.string(),
  z.object({
    cues: z.number().nullable(),
    each: z.array(
      z.object({ text: z.string().optional(), start: z.number().optional(), end: z.number().optional() }),
    ),
  }),
);
const captionFormats = ["webvtt", "srt"];
const known = [
  ...captionFormats,
  "changelog-md",
  "whisper",
  "rev-json",
  "deepgram",
  "assemblyai",
  "amazon-transcribe",
];
const numbered = ["rev-json", "deepgram", "assemblyai"];

const load = <T>(file: string, type: z.ZodType<T>) =>
  type.parse(data && existsSync(join(data, file)) ? JSON.parse(readFileSync(join(data, file), "utf8")) : {});
const read = (file: string) => {
  const parsed = describeParsed(file, readFileSync(join(data ?? "", file)));
  return "error" in parsed ? { units: 0, cues: [], utterances: [] } : { cues: [], ...parsed };
};
const plain = (text: string) =>
  text
    .replace(/<[^>]*>?/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .split(/\s+/)
    .filter(Boolean)
    .join(" ");

test("turns, cues and speakers of every file are as its format's plain rules count them", { skip }, () => {
  for (const [file, expected] of Object.entries(load("expected.json", Counts))) {
    if (!known.includes(expected.format ?? "")) continue;
    const parsed = read(file);
    const units =
      expected.turns ??
      expected.cues ??
      expected.segments ??
      expected.monologues ??
      (expected.utterances || undefined);
    if (units !== undefined) assert.equal(parsed.units, units, file);
    const speakers = new Set(parsed.utterances.flatMap(({ speaker }) => speaker ?? []));
    if (!expected.speakers) continue;
    const wanted = new Set(expected.speakers.filter((name) => name !== null && name !== "None"));
    if (!numbered.includes(expected.format ?? "")) assert.deepEqual(speakers, wanted, file);
    else assert.ok(speakers.size === wanted.size || wanted.size <= 1, file);
  }
});

test("every case of the caption conformance files has its cues", { skip }, () => {
  for (const [file, { cues, each }] of Object.entries(load("expected-cues.json", Cues))) {
    const parsed = read(file);
    if (cues !== null) assert.equal(parsed.cues.length, cues, file);
    each.forEach(({ text, start, end }, index) => {
      const cue = parsed.cues[index];
      if (start !== undefined) assert.equal(cue?.start, start, file);
      if (end !== undefined) assert.equal(cue?.end, end, file);
      if (text !== undefined) assert.equal(cue && plain(cue.text), plain(text), file);
    });
  }
});

test("every file of the conformance suites ends in a transcript or a sentence", { skip }, () => {
  const folder = join(data ?? "", "webvtt-conformance");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => /\.(?:vtt|srt|sbv)$/.test(name)))
    assert.ok(describeParsed(file, readFileSync(join(folder, file))));
});
