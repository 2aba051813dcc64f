import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import type { Transcript } from "../../src/sources/transcript.ts";

const Summary = z.object({
  highlights: z.record(z.string(), z.array(z.object({ timestamp: z.string(), highlight: z.string() }))),
});

/** A moment that a person found worth a line, and what the line says. */
export type Gold = { readonly source: string; readonly startMs: number; readonly text: string };

/** Calls of about an hour, and for one post over all of them what it should rest on: two moments of each. */
export type GoldDraft = { readonly transcripts: readonly Transcript[]; readonly gold: readonly Gold[] };

const callsOfDraft = 5;
/** Where among a call's highlights the two stand: not side by side. The second pair decides whether a gain on the first is one. */
export const pairs = { thirds: [1 / 3, 2 / 3], halves: [1 / 6, 1 / 2] } as const;
/** Words of a file that holds about an hour, its time stamps among them. */
const [fewestWords, mostWords] = [8_000, 16_000];

/** As many drafts of five calls as the folder's calls of about an hour make, in the order of their names. */
export function readGoldDrafts(folder: string, pair: keyof typeof pairs): GoldDraft[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".vtt") && existsSync(join(folder, name.replace(/vtt$/, "tldr.json"))))
    .sort();
  const calls = names.flatMap((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const words = text.split(/\s+/).length;
    const gold = readHighlights(join(folder, name.replace(/vtt$/, "tldr.json")), pairs[pair]);
    return words < fewestWords || words > mostWords || gold.length < pairs[pair].length
      ? []
      : [{ name, text, gold }];
  });
  return Array.from({ length: Math.floor(calls.length / callsOfDraft) }, (_, draft) => {
    const own = calls.slice(draft * callsOfDraft, (draft + 1) * callsOfDraft);
    return {
      transcripts: own.map(({ name, text }, at) =>
        parseTranscript({ id: `S${at + 1}`, repository: null, path: name, commit: null, note: null, text }),
      ),
      gold: own.flatMap(({ gold }, at) => gold.map((one) => ({ ...one, source: `S${at + 1}` }))),
    };
  });
}

function readHighlights(path: string, places: readonly number[]): Omit<Gold, "source">[] {
  const parsed = Summary.safeParse(JSON.parse(readFileSync(path, "utf8")));
  const all = Object.values(parsed.data?.highlights ?? {}).flat();
  const chosen = places.map((place) => all[Math.floor(all.length * place)]);
  return chosen.flatMap((one) => {
    const [hours = 0, minutes = 0, seconds = 0] = one?.timestamp.split(":").map(Number) ?? [];
    return one ? [{ startMs: ((hours * 60 + minutes) * 60 + seconds) * 1000, text: one.highlight }] : [];
  });
}
