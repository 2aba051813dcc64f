import { z } from "zod";
import type { Brief } from "./brief.ts";
import type { Transcript } from "./transcript.ts";

/** Names with what stands in their place, as in `Vantaro Freight: a logistics company`. */
export const Pseudonyms = z
  .record(
    z.string().min(2, { error: "expected a name of two letters or more" }),
    z.string({ error: "expected what stands in its place" }).trim().min(1, {
      error: "expected what stands in its place",
    }),
  )
  .nullish()
  .transform((names) => names ?? {});
export type Pseudonyms = z.infer<typeof Pseudonyms>;

/**
 * A transcript in which pseudonyms stand for names: in what is said, in labels, in the file's path and the asker's
 * note. A sentence in which one stands is not its speaker's own words any more, so it may be told and is not quoted.
 * Nothing turns it back.
 */
export function usePseudonyms(transcript: Transcript, pseudonyms: Pseudonyms): Transcript {
  const replace = createReplacer(pseudonyms);
  if (!replace) return transcript;
  const { source } = transcript;
  return {
    ...transcript,
    source: {
      ...source,
      path: replace(source.path),
      note: source.note === null ? null : replace(source.note),
    },
    speakers: [...new Set(transcript.speakers.map(replace))],
    utterances: transcript.utterances.map((utterance) => ({
      ...utterance,
      speaker: utterance.speaker === null ? null : replace(utterance.speaker),
      text: replace(utterance.text),
      sentences: utterance.sentences.map((sentence) => {
        const text = replace(sentence.text);
        return text === sentence.text ? sentence : { ...sentence, text, quotable: false };
      }),
    })),
  };
}

/** The same for what is asked for, since a writer reads it too. */
export function usePseudonymsInBrief(brief: Brief, pseudonyms: Pseudonyms): Brief {
  const replace = createReplacer(pseudonyms);
  if (!replace) return brief;
  const inText = (text: string | null) => (text === null ? null : replace(text));
  return {
    ...brief,
    title: replace(brief.title),
    notes: replace(brief.notes),
    angle: inText(brief.angle),
    hook: inText(brief.hook),
    audience: inText(brief.audience),
  };
}

/** Whole words, in any case, with any space or hyphen between them; longer names before those that they hold. */
function createReplacer(pseudonyms: Pseudonyms): ((text: string) => string) | null {
  const names = Object.keys(pseudonyms).toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return null;
  const inPlace = new Map(names.map((name) => [foldName(name), pseudonyms[name] ?? ""]));
  const forms = names.map((name) =>
    foldName(name)
      .split(" ")
      .map((word) => RegExp.escape(word))
      .join(String.raw`[\s_-]+`),
  );
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${forms.join("|")})(?![\p{L}\p{N}])`, "giu");
  return (text) => text.replace(pattern, (written) => inPlace.get(foldName(written)) ?? written);
}

function foldName(name: string): string {
  return name
    .toLowerCase()
    .trim()
    .split(/[\s_-]+/u)
    .join(" ");
}
