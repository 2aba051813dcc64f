import { parseTranscript } from "../../../src/sources/parse-transcript.ts";
import { sourceOf } from "../../fixtures/sources.ts";

/** A talk of two, with words that both of them say, and an advert. */
export const talk = parseTranscript(
  sourceOf(`**Maya Rey:** We lost the whole weekend to a backup that had been green for a year. Nobody had restored from it once.

**Ola Brandt:** How long did the first restore take you?

**Maya Rey:** It took nineteen hours, and most of them went into waiting for people. You cannot buy your way out of that.

**Ola Brandt:** You cannot buy your way out of that. Let me write it down for the others here.
`),
);
