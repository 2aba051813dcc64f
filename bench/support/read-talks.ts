import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import type { Transcript } from "../../src/sources/transcript.ts";

/** The talks with named speakers among the Markdown and caption files below a folder, in the order of their names. */
export function readTalks(folder: string): Transcript[] {
  const paths = globSync("{changelog-md,other-md,zoom-vtt,evidence}/*.{md,vtt}", { cwd: folder }).sort();
  return paths.flatMap((path) => {
    const text = readFileSync(join(folder, path), "utf8");
    const source = { id: "S1", repository: null, path: basename(path), commit: null, note: null, text };
    const transcript = parseTranscript(source);
    return transcript.speakers.length > 1 ? [transcript] : [];
  });
}
