import assert from "node:assert/strict";
import { test } from "node:test";
import {
  checkConfidentiality,
  countKinds,
  describePlaces,
  numberLeaks,
} from "../../../src/verification/confidentiality/check-confidentiality.ts";
import type { Leak } from "../../../src/verification/confidentiality/find-leaks.ts";

const client: Leak = {
  value: "vantaro",
  kind: "organisation",
  isSpeaker: false,
  places: [
    { place: "title", line: null },
    { place: "blog/a.md", line: 3 },
    { place: "blog/a.md", line: 12 },
  ],
};
const speaker: Leak = {
  value: "ruiz",
  kind: "person",
  isSpeaker: true,
  places: [{ place: "blog/a.md", line: 9 }],
};

test("a leak keeps its number, and a new one gets the next", () => {
  const numbers = numberLeaks([client, speaker], new Map([["ruiz", 2]])).map(({ number }) => number);
  assert.deepEqual(numbers, [3, 2]);
});

test("findings say kind and place and what to do, and never the value", () => {
  const findings = checkConfidentiality(numberLeaks([client, speaker], new Map()), "block");
  assert.deepEqual(findings, [
    {
      rule: "confidential",
      severity: "error",
      place: "title; blog/a.md, lines 3, 12",
      message:
        "F1 is the name of an organisation of the sources: take it out, or write /release F1, or list it under confidentiality.public.",
    },
    {
      rule: "speaker-named",
      severity: "warning",
      place: "blog/a.md",
      message: "F2 is the name of a speaker: make sure that they want to be named.",
    },
  ]);
  assert.doesNotMatch(JSON.stringify(findings), /vantaro|ruiz/i);
});

test("flag warns, allow says nothing", () => {
  const leaks = numberLeaks([client], new Map());
  assert.deepEqual(
    checkConfidentiality(leaks, "flag").map(({ severity }) => severity),
    ["warning"],
  );
  assert.deepEqual(checkConfidentiality(leaks, "allow"), []);
});

test("many places are cut, and kinds are counted", () => {
  const places = Array.from({ length: 7 }, (_, at) => ({ place: "a.md", line: at + 1 }));
  assert.equal(describePlaces({ places }), "a.md, lines 1, 2, 3, 4, 5 and more");
  assert.equal(countKinds([client, client, speaker]), "2 names of organisations and the name of a person");
});
