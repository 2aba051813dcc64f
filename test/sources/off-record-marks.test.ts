import assert from "node:assert/strict";
import { test } from "node:test";
import { isBackOnRecord, readOffRecordMark } from "../../src/sources/off-record-marks.ts";

test("what takes words off the record is recognised in the ways in which people say it", () => {
  const said = [
    "Off the record, they are leaving.",
    "Let's go off the record for a second.",
    "That was off the record.",
    "Don’t quote me on that.",
    "Please do not quote this.",
    "I'd rather you didn't quote me.",
    "Can we cut that?",
    "Could you please edit this part out?",
    "Let's leave that out.",
    "Between us, it was a mess.",
    "Just between you and me the price was wrong.",
    "This stays here, okay?",
    "That stays in this room.",
    "It doesn't leave this call.",
    "You didn't hear it from me.",
    "Keep this to yourself.",
    "This is confidential.",
    "That's under NDA.",
    "It's not for publication.",
    "Don't put our name in the article, please.",
    "I tell you this in confidence.",
    "Strike that from the transcript.",
    "Strike that, please.",
    "Can we delete that part?",
    "Please redact that.",
    "Forget I said that.",
    "This isn't for publication.",
    "That's not public yet.",
    "This part is not for the blog.",
    "Please do not share that with anybody.",
    "Please don't write that down.",
    "Don't tell anyone.",
    "Please don't use my name.",
    "Keep my name out of it.",
    "I'd rather this wasn't published.",
    "I probably shouldn't be telling you this.",
    "What I'm about to say is confidential.",
    "On background: they lied.",
    "Not on the record, but they lied.",
    "Confidentially, they lied.",
    "This is embargoed until Monday.",
    "This should not go any further.",
    "That mustn't leave the room.",
    "Keep that between these four walls.",
    "Can you turn the recorder off?",
    "Stop recording for a second.",
    "Mum's the word.",
  ];
  assert.deepEqual(
    said.filter((text) => readOffRecordMark(text) === null),
    [],
  );
});

test("what only sounds like it takes nothing off the record", () => {
  const said = [
    "Nothing is off the record here.",
    "For the record, we were early.",
    "The difference between us and them is the price.",
    "There was a deal between us.",
    "We cut that feature last year.",
    "Let's take this one step at a time.",
    "We never use that in production.",
    "The data stays here in Europe and there.".replace("The data stays here", "The data stays"),
    "He set a record off the coast.",
    "They quote me a price each year.",
    "It is a confidential computing platform.",
    "We pause the recording of metrics at night.",
    "It was three, strike that, four.",
    "Can clients just delete it?",
    "If it is late, you do not include it.",
    "We don't share this view.",
    "It has a public name and is not for the faint of heart.",
    "In the background we don't tell the server.",
  ];
  assert.deepEqual(
    said.filter((text) => readOffRecordMark(text) !== null),
    [],
  );
});

test("how far a mark reaches is told by what it says and where it stands", () => {
  assert.deepEqual(readOffRecordMark("Can we cut that?"), { back: true, ahead: false });
  assert.deepEqual(readOffRecordMark("Off the record, they left."), { back: false, ahead: true });
  assert.deepEqual(readOffRecordMark("Don't quote me on that."), { back: true, ahead: true });
  const long =
    "We told them in March that the whole of the second team would go by the end of May. Can we cut that?";
  assert.deepEqual(readOffRecordMark(long), { back: false, ahead: false });
});

test("the record begins again when somebody says so", () => {
  assert.ok(isBackOnRecord("Okay, back on the record."));
  assert.ok(isBackOnRecord("So, we're on the record again"));
  for (const not of [
    "For the record, no.",
    "We are not back on the record yet.",
    "Are we back on the record?",
    "Tell me when we're back on the record.",
    "Before we go back on the record: they left.",
    "Don't start the recording yet.",
    "You can quote this? No.",
  ])
    assert.ok(!isBackOnRecord(not), not);
  assert.ok(isBackOnRecord("Are we on the record again? Yes, we're back on the record."));
});
