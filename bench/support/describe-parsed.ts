import { UserError } from "../../src/errors.ts";
import { decodeText } from "../../src/sources/decode-text.ts";
import { parseFormat } from "../../src/sources/formats/parse-format.ts";
import { judgeText } from "../../src/sources/judge-file.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";

/** What was understood of a file, in the prediction format of the bench kit; times are in seconds. */
export type Described =
  | {
      readonly file: string;
      readonly units: number;
      readonly cues?: readonly Spoken[];
      readonly utterances: readonly Spoken[];
    }
  | { readonly file: string; readonly error: string };

type Spoken = {
  readonly speaker: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly text: string;
};

/** Reads a file as a draft does; whatever is wrong with it, or with Galley, becomes its sentence. */
export function describeParsed(file: string, content: Uint8Array): Described {
  try {
    const text = decodeText(content);
    const reason = judgeText(text);
    if (reason !== null) return { file, error: reason };
    const source = { id: "S1", repository: null, path: file, commit: null, note: null, text };
    const { units, cues } = parseFormat(source).parsed;
    return {
      file,
      units,
      ...(cues ? { cues: cues.map(toSpoken) } : {}),
      utterances: parseTranscript(source).utterances.map(toSpoken),
    };
  } catch (thrown) {
    if (thrown instanceof UserError) return { file, error: thrown.message };
    return { file, error: `Galley failed: ${thrown instanceof Error ? thrown.message : String(thrown)}` };
  }
}

function toSpoken({
  speaker,
  startMs,
  endMs,
  text,
}: {
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly text: string;
}): Spoken {
  const seconds = (ms: number | null) => (ms === null ? null : ms / 1000);
  return { speaker, start: seconds(startMs), end: seconds(endMs), text };
}
