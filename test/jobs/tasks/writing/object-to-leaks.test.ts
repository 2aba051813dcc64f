import assert from "node:assert/strict";
import { test } from "node:test";
import type { Draft } from "../../../../src/drafting/draft.ts";
import { Settings } from "../../../../src/jobs/tasks/settings.ts";
import { objectToLeaks } from "../../../../src/jobs/tasks/writing/object-to-leaks.ts";
import { Speakers } from "../../../../src/sources/speakers.ts";

const text = `**Ana Ruiz:** Tell us about the backup.

**Bo Lind:** At Vantaro Freight nobody had restored a backup in four years. It cost Vantaro Freight $420,000.

**Ana Ruiz:** And what did Bo Lind do?

**Bo Lind:** A drill every Friday.
`;
const place = { repository: "acme/notes", commit: "c0ffee", lines: null, origin: null, note: null };
const draft: Draft = {
  title: "What Vantaro restored",
  slug: "what-restored",
  hook: "It cost 420,000 dollars.",
  angle: "A backup is a drill.",
  markdown: "It cost 420,000 dollars.\n\n## A backup\n\nBo Lind restored nothing at Vantaro Freight.\n",
  announcement: ["Nobody at Vantaro Freight knew."],
  claims: [],
  usedFor: {},
  leftOut: {},
  model: "scripted",
  usage: { promptTokens: 0, completionTokens: 0 },
};

function object(names: string, isPrivate = false, listed: readonly string[] = []) {
  const grounds = {
    isPrivate,
    sources: [{ ...place, id: "S1", path: "talk.md", text }],
    speakers: Speakers.parse({}),
    pseudonyms: {},
    settings: Settings.parse({ confidentiality: { names, public: listed } }),
  };
  return objectToLeaks(grounds, "acme/notes")(draft);
}

test("what would keep a draft from being opened is an objection at each of its places, with the value", () => {
  const objections = object("block");
  assert.deepEqual(
    objections.map(({ at }) => at),
    ["title", "announcement", 5, "hook", 1],
  );
  assert.equal(
    objections[0]?.message,
    'It says a name that may not be made public, "vantaro": say it without that.',
  );
  assert.match(
    objections[3]?.message ?? "",
    /an amount of money that may not be made public, "amount 420000"/,
  );
});

test("speakers are named on purpose", () =>
  assert.doesNotMatch(JSON.stringify(object("block")), /lind|ruiz/i));

test("what may be said is none", () =>
  assert.deepEqual(
    object("block", false, ["Vantaro Freight"]).map(({ at }) => at),
    ["hook", 1],
  ));

test("where nothing would be refused, nothing is objected to", () => {
  assert.deepEqual(object("flag"), []);
  assert.deepEqual(object("allow"), []);
  assert.deepEqual(object("block", true), []);
});
