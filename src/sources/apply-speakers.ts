import { matchesGlob } from "node:path";
import type { Source } from "./source.ts";
import { foldLabel, foldLoosely, type Speakers } from "./speakers.ts";
import type { Transcript, Utterance } from "./transcript.ts";

type Person = Speakers["people"][number];

/** No label is longer than half of it (`formats/recognise-label.ts`); the rest is for what stands behind one. */
const mostBefore = 120;

/**
 * A transcript in which labels are the people that `.github/speakers.yml` says they are. A label that it does
 * not know stays as it is: nobody guesses who `Speaker 1` is. Of people whose words may only be told nothing is
 * quotable, and what somebody said whose policy is `never` is taken out: it is passed on to nobody. For these
 * two a label that holds the name is theirs too, whatever title, accent, role or initial is written with it, and so is
 * a turn of somebody else's in which their label stands: which words are whose is not to be known there.
 */
export function applySpeakers(transcript: Transcript, { people }: Speakers): Transcript {
  if (people.length === 0) return transcript;
  const known = listKnown(people, transcript.source);
  const guarded = new Map(
    [...known]
      .filter(([, { quotes }]) => quotes !== "ok")
      .map(([label, person]) => [foldLoosely(label), person]),
  );
  const find = (speaker: string) =>
    known.get(foldLabel(speaker)) ??
    guarded.get(foldLoosely(speaker) || speaker) ??
    [...guarded].find(([name]) => holdsName(foldLoosely(speaker), name))?.[1];
  const utterances = transcript.utterances.flatMap((utterance): Utterance[] => {
    const { speaker, quotable } = utterance;
    const person = speaker === null ? undefined : find(speaker);
    const policies = [person, ...findInside(utterance.text, guarded)].map((one) => one?.quotes ?? "ok");
    if (policies.includes("never")) return [];
    const isOk = policies.every((policy) => policy === "ok");
    return [{ ...utterance, speaker: person?.name ?? speaker, quotable: quotable && isOk }];
  });
  const speakers = [...new Set(utterances.flatMap(({ speaker }) => speaker ?? []))];
  return { ...transcript, utterances, speakers };
}

/** Whose labels stand in a turn, as in `We did. Bob: We did not.`: a parser may take one that comes once for words. */
function findInside(text: string, guarded: ReadonlyMap<string, Person>): Person[] {
  if (!/[:：]/.test(text) || guarded.size === 0) return [];
  const before = text.split(/[:：]/).slice(0, -1).flatMap(readEnds);
  return [...guarded].flatMap(([label, person]) => {
    const forms = [` ${label}`, ` ${label.replace(/^(.*) (\S+)$/, "$2 $1")}`];
    return before.some((end) => forms.some((form) => end.endsWith(form))) ? [person] : [];
  });
}

/**
 * The words before a colon, and the same without a parenthesis, a time or a title at their end: what a label may stand
 * at the end of. Commas and parentheses are no part of it, or those of the sentence before would be taken for its own.
 */
function readEnds(words: string): string[] {
  const end = words.slice(-mostBefore);
  const readings = [
    end,
    end.replace(/(?:\s*(?:\([^()]*\)|\[[^[\]]*\]))+\s*$/u, ""),
    end.replace(/[\s([]*\d{1,2}$/u, ""),
    end.replace(/,[^,]*$/u, ""),
  ];
  return [...new Set(readings)].map((one) => ` ${foldLoosely(one.replace(/[,()[\]]/g, " "))}`);
}

/**
 * Whether a label has the words of a full name in their order, among others or run together, or with an initial for one
 * of them: `Ana Ruiz, CEO`, `AnaRuiz`, `A. Ruiz`. A name of one word is too little for that.
 */
function holdsName(label: string, name: string): boolean {
  const [words, wanted] = [label.split(" "), name.split(" ")];
  if (wanted.length < 2) return false;
  if (words.join("") === wanted.join("")) return true;
  let at = 0;
  let initials = 0;
  for (const word of words) {
    const next = wanted[at];
    if (word === next) at += 1;
    else if (next !== undefined && word.length === 1 && next.startsWith(word)) {
      at += 1;
      initials += 1;
    }
  }
  return at === wanted.length && initials < wanted.length;
}

/** The labels of a file with who they are; what is said of this file counts more than what is said of all. */
function listKnown(
  people: readonly Person[],
  source: Pick<Source, "path" | "repository">,
): Map<string, Person> {
  const known = new Map<string, Person>();
  const add = (labels: readonly string[], person: Person) => {
    for (const label of labels) known.set(foldLabel(label), person);
  };
  for (const person of people) add([person.name, ...person.labels], person);
  for (const person of people)
    for (const [file, labels] of Object.entries(person.files)) if (isFile(source, file)) add(labels, person);
  return known;
}

/** On the command line a path may lead to the repository first. */
function isFile({ path, repository }: Pick<Source, "path" | "repository">, pattern: string): boolean {
  const written = path.replace(/^(?:\.{0,2}\/)+/, "");
  return matchesGlob(written, pattern) || (repository === null && matchesGlob(written, `**/${pattern}`));
}
