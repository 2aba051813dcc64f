import type { Finding } from "../finding.ts";
import type { DetailKind } from "../names/find-details.ts";
import type { Leak } from "./find-leaks.ts";

/** A leak with its number, which is what a person releases: `F3`. */
export type NumberedLeak = Leak & { readonly number: number };

/** `confidentiality.names`: a warning, an error that stops what can be stopped, or nothing. */
export type NamesPolicy = "flag" | "block" | "allow";

const nouns: Readonly<Record<DetailKind, string>> = {
  person: "the name of a person",
  organisation: "the name of an organisation",
  name: "a name",
  email: "an e-mail address",
  url: "an address of the Web",
  phone: "a telephone number",
  money: "an amount of money",
  number: "a long number",
};

/** Leaks with the numbers that they were given before, and new ones behind those. `known` has the number of each value. */
export function numberLeaks(leaks: readonly Leak[], known: ReadonlyMap<string, number>): NumberedLeak[] {
  let last = Math.max(0, ...known.values());
  return leaks.map((leak) => {
    const number = known.get(leak.value) ?? last + 1;
    last = Math.max(last, number);
    return { ...leak, number };
  });
}

/** Whether a leak stops an announcement, and a pull request in a public repository. Speakers are named on purpose. */
export function isBlocking({ isSpeaker }: Pick<Leak, "isSpeaker">, policy: NamesPolicy): boolean {
  return policy === "block" && !isSpeaker;
}

/**
 * What the leaks come to under a policy: findings that say kind and place, and never the value. Speakers are one
 * finding together.
 */
export function checkConfidentiality(leaks: readonly NumberedLeak[], policy: NamesPolicy): Finding[] {
  if (policy === "allow") return [];
  const others = leaks.filter(({ isSpeaker }) => !isSpeaker);
  const findings = others.map(
    (leak): Finding => ({
      rule: "confidential",
      severity: isBlocking(leak, policy) ? "error" : "warning",
      place: describePlaces(leak),
      message: describeLeak(leak),
    }),
  );
  const speakers = leaks.filter(({ isSpeaker }) => isSpeaker);
  return speakers.length === 0 ? findings : [...findings, describeSpeakers(speakers)];
}

/** One sentence of a leak, with what to do. Without Markdown, so that it reads the same everywhere. */
export function describeLeak({ number, kind, isSpeaker }: NumberedLeak): string {
  const what = isSpeaker ? "the name of a speaker" : `${nouns[kind]} of the sources`;
  return `F${number} is ${what}: take it out, or write /release F${number}, or list it under confidentiality.public.`;
}

function describeSpeakers(speakers: readonly NumberedLeak[]): Finding {
  const numbers = speakers.map(({ number }) => `F${number}`);
  const names = numbers.length === 1 ? "is the name of a speaker" : "are names of speakers";
  return {
    rule: "speaker-named",
    severity: "warning",
    place: [...new Set(speakers.flatMap(({ places }) => places.map(({ place }) => place)))].join("; "),
    message: `${numbers.join(", ")} ${names}: make sure that they want to be named.`,
  };
}

const mostPlaces = 5;

/** `title`, or `content/blog/a.md, lines 3, 12 and 40`. */
export function describePlaces({ places }: Pick<Leak, "places">): string {
  const names = [...new Set(places.map(({ place }) => place))];
  return names
    .map((name) => {
      const lines = places.flatMap(({ place, line }) => (place === name && line !== null ? [line] : []));
      if (lines.length === 0) return name;
      const shown = lines.slice(0, mostPlaces).join(", ");
      const more = lines.length > mostPlaces ? " and more" : "";
      return `${name}, line${lines.length === 1 ? "" : "s"} ${shown}${more}`;
    })
    .join("; ");
}

const plurals: Readonly<Record<DetailKind, string>> = {
  person: "names of people",
  organisation: "names of organisations",
  name: "names",
  email: "e-mail addresses",
  url: "addresses of the Web",
  phone: "telephone numbers",
  money: "amounts of money",
  number: "long numbers",
};

/** What is found, in words that count kinds: `2 names and an amount of money`. */
export function countKinds(leaks: readonly Pick<Leak, "kind">[]): string {
  const counts = new Map<DetailKind, number>();
  for (const { kind } of leaks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const parts = [...counts].map(([kind, count]) => (count === 1 ? nouns[kind] : `${count} ${plurals[kind]}`));
  return new Intl.ListFormat("en-GB").format(parts);
}
