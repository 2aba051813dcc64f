import { z } from "zod";
import { isTelling, type Secret, type Secrets } from "./collect-secrets.ts";
import type { Leak } from "./find-leaks.ts";
import { hashValue } from "./fold-value.ts";

/**
 * What is kept of the sources' secrets for later checks: hashes, each with what it is. No value is in it, but who has
 * the database can find out by trying whether a value is one. `proper`: a name that its capital tells from a word;
 * `word`: one that no dictionary has, which is a name where a post writes it as one.
 */
export const HashedSecrets = z.record(
  z.string(),
  z.enum([
    "person",
    "organisation",
    "name",
    "email",
    "url",
    "phone",
    "money",
    "number",
    "speaker",
    "proper",
    "word",
  ]),
);
export type HashedSecrets = z.infer<typeof HashedSecrets>;

/** How a check asks for what the sources hold. */
export type Lookup = {
  find(value: string): Secret | undefined;
  /** Whether the sources have these folded words; where only hashes are known, whether they have one telling word. */
  says(words: string): boolean;
};

/** Half of the hash tells values of one repository apart. */
const hashCharacters = 16;

/** The secrets as they are kept, with what was found of them in another form. */
export function hashSecrets(
  repositoryId: string,
  { values, said }: Secrets,
  found: readonly Pick<Leak, "value" | "kind" | "isSpeaker">[] = [],
): HashedSecrets {
  const hash = (value: string) => hashValue(repositoryId, value).slice(0, hashCharacters);
  const words = new Set(said.split(" ").filter(isTelling));
  const describe = ({ kind, isSpeaker, isProper }: Secret) =>
    isSpeaker ? "speaker" : isProper ? "proper" : kind;
  return Object.fromEntries([
    ...[...words].map((word) => [hash(word), "word"]),
    ...found.map((leak) => [hash(leak.value), describe(leak)]),
    ...[...values].map(([value, secret]) => [hash(value), describe(secret)]),
  ]);
}

/** Asks secrets that are at hand. */
export function openSecrets({ values, said }: Secrets): Lookup {
  return { find: (value) => values.get(value), says: (words) => said.includes(` ${words} `) };
}

/** Asks secrets that were kept. */
export function openHashedSecrets(repositoryId: string, kept: HashedSecrets): Lookup {
  // The readings of a text have most of their words in common.
  const asked = new Map<string, HashedSecrets[string] | undefined>();
  const kindOf = (value: string) => {
    if (!asked.has(value)) asked.set(value, kept[hashValue(repositoryId, value).slice(0, hashCharacters)]);
    return asked.get(value);
  };
  return {
    find(value) {
      const kind = kindOf(value);
      if (kind === undefined || kind === "word") return undefined;
      if (kind === "speaker") return { kind: "person", isSpeaker: true };
      return kind === "proper"
        ? { kind: "name", isSpeaker: false, isProper: true }
        : { kind, isSpeaker: false };
    },
    says: (words) => kindOf(words) !== undefined,
  };
}
