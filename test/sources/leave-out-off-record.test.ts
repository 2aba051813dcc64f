import assert from "node:assert/strict";
import { test } from "node:test";
import { leaveOutOffRecord } from "../../src/sources/leave-out-off-record.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";

function read(turns: readonly string[]) {
  const text = turns.map((turn) => turn.replace(/^(\w+): /, "**$1:** ")).join("\n\n");
  return parseTranscript({ id: "S1", repository: null, path: "a.md", commit: null, note: null, text });
}
function kept(turns: readonly string[]): number[] {
  return leaveOutOffRecord(read(turns)).transcript.utterances.map(({ number }) => number);
}
const filler = `Bo: ${"and so we went on with the plan ".repeat(12)}`;

test("what is said between the mark and the record's return is left out, both turns included", () => {
  const turns = [
    "Ana: We restore weekly.",
    "Bo: Off the record, the client was Vantaro.",
    "Ana: Really?",
    "Bo: Yes. They lost it all.",
    "Ana: Back on the record then.",
    "Bo: Drills help.",
  ];
  assert.deepEqual(kept(turns), [1, 6]);
});

test("without a return it is four turns and 120 words at the least", () => {
  const short = ["Ana: One.", "Bo: Just between us, it was bad.", "Ana: Two.", "Bo: Three."];
  assert.deepEqual(kept([...short, filler, "Ana: Four.", filler, "Ana: Five.", "Bo: Six."]), [1, 8, 9]);
});

test("a mark of what was said takes its speaker's turn before, and leaves what comes", () => {
  const turns = [
    "Ana: One.",
    "Bo: They pay 40,000.",
    "Ana: Oh.",
    "Bo: Can we cut that?",
    "Ana: Sure.",
    "Bo: Yes.",
  ];
  assert.deepEqual(kept(turns), [1, 5, 6]);
});

test("a mark that is split over two turns is found", () => {
  assert.deepEqual(kept(["Ana: One.", "Bo: So this is off the", "Bo: record, it failed.", "Ana: Two."]), [1]);
});

test("a transcript without a mark stays as it is", () => {
  const transcript = read(["Ana: One thing.", "Bo: For the record, no.", "Ana: Two."]);
  assert.deepEqual(leaveOutOffRecord(transcript), { transcript, leftOut: 0 });
});

test("a speaker of whom nothing is left is none of the transcript's any more", () => {
  const { transcript, leftOut } = leaveOutOffRecord(
    read([
      "Ana: One.",
      "Ana: Two.",
      "Bo: This is confidential.",
      "Ana: x",
      "Ana: Back on the record.",
      "Ana: y",
    ]),
  );
  assert.deepEqual([transcript.speakers, leftOut], [["Ana"], 3]);
});
