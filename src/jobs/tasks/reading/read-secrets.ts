import { UserError } from "../../../errors.ts";
import { parseTranscript } from "../../../sources/parse-transcript.ts";
import type { Source } from "../../../sources/source.ts";
import type { Speakers } from "../../../sources/speakers.ts";
import type { Transcript } from "../../../sources/transcript.ts";
import type { Pseudonyms } from "../../../sources/use-pseudonyms.ts";
import { collectSecrets, type Secrets } from "../../../verification/confidentiality/collect-secrets.ts";

type Known = {
  readonly sources: readonly Source[];
  readonly speakers: Speakers;
  readonly pseudonyms: Pseudonyms;
};

/** A label such as `Speaker 2` names nobody. */
const numbered = /\d$/;

/**
 * What the sources hold that may be confidential, of their whole texts, whatever of them a writer is shown. Names for
 * which pseudonyms stand, and people who are never passed on, are known to be.
 */
export function readSecrets({ sources, speakers, pseudonyms }: Known): Secrets {
  const never = speakers.people.filter(({ quotes }) => quotes === "never");
  const hidden = never.flatMap(({ name, labels, files }) => [
    name,
    ...labels,
    ...Object.values(files).flat(),
  ]);
  const names = hidden.filter((label) => !numbered.test(label));
  return collectSecrets(sources.flatMap(readWhole), [...Object.keys(pseudonyms), ...names]);
}

/** A source that cannot be read gives nothing to a writer, and so nothing away. */
function readWhole(source: Source): Transcript[] {
  try {
    return [parseTranscript(source)];
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return [];
  }
}
