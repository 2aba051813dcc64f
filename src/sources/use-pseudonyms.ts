import { z } from "zod";
import type { Brief } from "./brief.ts";
import { commonWords } from "./ranking/common-words.ts";
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
    series: inText(brief.series),
  };
}

/** The same for any other text that a writer reads: what a series is called, its voice. */
export function usePseudonymsInText(text: string, pseudonyms: Pseudonyms): string {
  return createReplacer(pseudonyms)?.(text) ?? text;
}

/** Between the words of a name: a space, a hyphen, a comma, somebody's middle initial, or nothing. */
const gap = String.raw`[\s_\p{Pd}.,]{0,3}(?:\p{L}\.\s{1,2})?`;

/**
 * Whole words, in any case and with or without accents, whatever stands between them and whatever is not seen in them;
 * longer names before those that they hold, and a name in the plural too. A name that is a word of every sentence
 * (`Will`) needs its capital.
 */
function createReplacer(pseudonyms: Pseudonyms): ((text: string) => string) | null {
  const names = Object.keys(pseudonyms).toSorted((a, b) => b.length - a.length);
  if (names.length === 0) return null;
  const inPlace = new Map(names.map((name) => [squash(name), pseudonyms[name] ?? ""]));
  const forms = names.flatMap((name) => {
    const words = bare(name).match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.length === 0 ? [] : [words.map(spell).join(gap)];
  });
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${forms.join("|")})s?(?![\p{L}\p{N}])`, "giu");
  return (text) => {
    // One form of each letter, so that an accent is a mark behind it; what holds no name stays as it was.
    const parted = text.normalize("NFD");
    const replaced = parted.replace(pattern, (written) => {
      const key = squash(written.replace(/(?<=\s|\.)\p{L}\.\s/gu, " "));
      const isWord = commonWords.has(written.toLowerCase()) && written === written.toLowerCase();
      const found = inPlace.get(squash(written)) ?? inPlace.get(key) ?? inPlace.get(key.replace(/s$/, ""));
      return isWord ? written : (found ?? written);
    });
    return replaced === parted ? text : replaced.normalize("NFC");
  };
}

/** The letters of a word, each with the marks that it may carry, and an apostrophe inside. */
function spell(word: string): string {
  const mark = String.raw`[\p{M}\p{Default_Ignorable_Code_Point}]*`;
  return [...word].map((letter) => letter + mark).join("['’]?");
}

/** Without accents, and without what is not seen. */
function bare(text: string): string {
  return text.normalize("NFD").replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}'’]/gu, "");
}

function squash(name: string): string {
  return bare(name)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
