import { parseTranscript } from "../../../src/sources/parse-transcript.ts";
import { collectSecrets } from "../../../src/verification/confidentiality/collect-secrets.ts";

/** What a talk of these turns holds. */
export function secretsOf(...turns: readonly string[]) {
  const text = turns.map((turn) => turn.replace(/^([\w ]+): /, "**$1:** ")).join("\n\n");
  return collectSecrets([
    parseTranscript({ id: "S1", repository: null, path: "a.md", commit: null, note: null, text }),
  ]);
}
