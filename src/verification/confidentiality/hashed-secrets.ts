import { z } from "zod";
import type { Secret, Secrets } from "./collect-secrets.ts";
import { hashValue } from "./fold-value.ts";

/** What is kept of the sources' secrets for later checks: hashes, each with what it is. No value can be read from it. */
export const HashedSecrets = z.record(
  z.string(),
  z.enum(["person", "organisation", "name", "email", "url", "phone", "money", "number", "speaker"]),
);
export type HashedSecrets = z.infer<typeof HashedSecrets>;

/** How a check asks for what the sources hold. */
export type Lookup = {
  find(value: string): Secret | undefined;
  /** Whether the sources have these folded words; always false where only hashes are known. */
  says(words: string): boolean;
};

/** Half of the hash tells values of one repository apart. */
const hashCharacters = 16;

/** The secrets as they are kept. */
export function hashSecrets(repositoryId: string, { values }: Secrets): HashedSecrets {
  return Object.fromEntries(
    [...values].map(([value, { kind, isSpeaker }]) => [
      hashValue(repositoryId, value).slice(0, hashCharacters),
      isSpeaker ? "speaker" : kind,
    ]),
  );
}

/** Asks secrets that are at hand. */
export function openSecrets({ values, said }: Secrets): Lookup {
  return { find: (value) => values.get(value), says: (words) => said.includes(` ${words} `) };
}

/** Asks secrets that were kept. */
export function openHashedSecrets(repositoryId: string, kept: HashedSecrets): Lookup {
  return {
    find(value) {
      const kind = kept[hashValue(repositoryId, value).slice(0, hashCharacters)];
      if (kind === undefined) return undefined;
      return kind === "speaker" ? { kind: "person", isSpeaker: true } : { kind, isSpeaker: false };
    },
    says: () => false,
  };
}
