import { UserError } from "../../errors.ts";
import { parseTranscript } from "../../sources/parse-transcript.ts";
import type { Source } from "../../sources/source.ts";
import type { Transcript } from "../../sources/transcript.ts";
import { collectSecrets, type Secrets } from "../../verification/confidentiality/collect-secrets.ts";

/** What the sources hold that may be confidential, of their whole texts, whatever of them a writer is shown. */
export function readSecrets(sources: readonly Source[]): Secrets {
  return collectSecrets(sources.flatMap(readWhole));
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
