import assert from "node:assert/strict";
import { test } from "node:test";
import { listKnownAddresses } from "../../src/drafting/known-addresses.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { toPassage } from "../../src/sources/quote-passage.ts";
import { sourceOf } from "../fixtures/sources.ts";

const transcript = parseTranscript(
  sourceOf(
    "**Ana:** We moved to Example.com/shop last year.\n\n**Ben:** And @octocat left.\n\n**Ana:** Did evil.com stay?\n\n**Ben:** No.",
  ),
);
const shown = transcript.utterances.slice(0, 2).map((utterance) => toPassage(transcript, utterance, 1, 1));

test("the brief's and the shown passages' addresses are known, with their hosts", () => {
  const known = listKnownAddresses(shown, [transcript], "About Booking.com.");
  assert.deepEqual([...known].sort(), ["@octocat", "booking.com", "example.com", "example.com/shop"]);
});
