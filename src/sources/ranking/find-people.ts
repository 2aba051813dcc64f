import type { Unit } from "./index-units.ts";
import { listWords, stemWord } from "./read-words.ts";

/** Somebody who speaks, with the ways in which a question may name them. */
type Person = {
  readonly name: readonly string[];
  /** What stands in parentheses behind a name: "(Minister of Finance)". */
  readonly roles: readonly (readonly string[])[];
  readonly labels: ReadonlySet<string>;
};

/** A word of a question: as compared, and whether a capital letter inside the sentence makes it look like a name. */
export type AskedWord = { readonly stem: string; readonly isCapital: boolean; readonly length: number };

/** Who a question names, by their labels, and which of its words name them. */
export type NamedPeople = { readonly labels: ReadonlySet<string>; readonly used: ReadonlySet<number> };

const honorifics = new Set("mr mrs ms dr prof hon right am mp sir the rt".split(" "));

/**
 * Finds the speakers whom a question names: by the whole label, by a role in parentheses, by the label without its
 * letter ("the professor" for "Professor A"), by the last or the first name with a capital letter. Whoever is named more
 * fully wins; a label of one common word ("Marketing") counts only with its capital.
 */
export function findPeople(units: readonly Unit[], asked: readonly AskedWord[]): NamedPeople {
  const found = listPeople(units).flatMap((person) => {
    const match = matchPerson(person, asked);
    return match ? [{ person, ...match }] : [];
  });
  const best = Math.max(0, ...found.map(({ sureness }) => sureness));
  const named = found.filter(({ sureness }) => sureness >= surelyNamed || sureness === best);
  return {
    labels: new Set(named.flatMap(({ person }) => [...person.labels])),
    used: new Set(named.flatMap(({ words }) => words)),
  };
}

const surelyNamed = 0.95;

function listPeople(units: readonly Unit[]): Person[] {
  const people = new Map<string, { name: string[]; roles: string[][]; labels: Set<string> }>();
  for (const label of new Set(units.map(({ speaker }) => speaker ?? ""))) {
    const name = listWords(label.replace(/\(.*/s, ""))
      .filter((word) => !honorifics.has(word))
      .map(stemWord);
    if (name.length === 0) continue;
    const person = people.get(name.join(" ")) ?? { name, roles: [], labels: new Set() };
    const role = listWords(/\(([^)]{1,200})/.exec(label)?.[1] ?? "").map(stemWord);
    if (role.length > 1) person.roles.push(role);
    person.labels.add(label);
    people.set(name.join(" "), person);
  }
  return [...people.values()];
}

function matchPerson({ name, roles }: Person, asked: readonly AskedWord[]) {
  const whole = findRun(name, asked);
  if (whole.length > 0 && (name.length > 1 || asked[whole[0] ?? 0]?.isCapital))
    return { sureness: 1, words: whole };
  const role = roles.map((one) => findRun(one, asked)).find((run) => run.length > 0);
  if (role) return { sureness: surelyNamed, words: role };
  const long = name.filter((word) => word.length > 1);
  const titled = long.length < name.length ? findRun(long, asked) : [];
  if (titled.length > 0) return { sureness: 0.9, words: titled };
  return name.length > 1 ? matchPart(name, asked) : null;
}

function matchPart(name: readonly string[], asked: readonly AskedWord[]) {
  const at = asked.findIndex(
    ({ stem, isCapital, length }) => isCapital && length > 3 && (stem === name.at(-1) || stem === name[0]),
  );
  return at < 0 ? null : { sureness: asked[at]?.stem === name.at(-1) ? 0.8 : 0.7, words: [at] };
}

/** Where the words stand one after the other; empty when they do not. */
function findRun(words: readonly string[], asked: readonly AskedWord[]): number[] {
  if (words.length === 0) return [];
  const at = asked.findIndex((_, from) => words.every((word, step) => asked[from + step]?.stem === word));
  return at < 0 ? [] : words.map((_, step) => at + step);
}
