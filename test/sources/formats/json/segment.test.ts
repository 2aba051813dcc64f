import assert from "node:assert/strict";
import { test } from "node:test";
import { places } from "../../../../src/sources/formats/json/read-json.ts";
import {
  Milliseconds,
  nameSpeaker,
  placeOf,
  Seconds,
  SpeakerId,
} from "../../../../src/sources/formats/json/segment.ts";

test("times in seconds as numbers and as text, and none for what is none", () => {
  assert.deepEqual(
    [1.5, "1.5", "1.500s", null, "", "soon", -1].map((value) => Seconds.parse(value)),
    [1500, 1500, 1500, null, null, null, null],
  );
  assert.deepEqual(
    [1500.4, null, -5].map((value) => Milliseconds.parse(value)),
    [1500, null, null],
  );
});

test("numbers and letters become speakers, names stay", () => {
  const ids = [0, "1", "B", "spk_0", " Ana  Ruiz ", "", null, {}];
  assert.deepEqual(
    ids.map((id) => nameSpeaker(SpeakerId.parse(id))),
    ["Speaker 0", "Speaker 1", "Speaker B", "spk_0", "Ana Ruiz", null, null, null],
  );
});

test("a string's place is asked for by its key", () => {
  const place = { line: 1, first: 2, last: 3 };
  assert.deepEqual([placeOf({ [places]: { text: place } }, "text"), placeOf({}, "text")], [place, null]);
});
