import type { PublicationKey } from "./publications.ts";

/** A confidential value that a pull request says, by its hash. */
export type Clearance = {
  /** The `3` of `F3`. */
  readonly number: number;
  readonly hash: string;
  /** Who released it; null while nobody did. */
  readonly releasedBy: string | null;
};

/** What pull requests of ours say of their sources' secrets, and what of it people released. No value is kept. */
export interface Clearances {
  /** Remembers what the sources hold and what was found at the opening; repeating it changes nothing. */
  open(
    key: PublicationKey,
    opened: {
      readonly secrets: Readonly<Record<string, string>>;
      readonly findings: readonly { readonly number: number; readonly hash: string }[];
    },
  ): Promise<void>;
  /** What was given as `secrets`, for the caller to parse; undefined for a pull request that was opened before they were kept. */
  loadSecrets(key: PublicationKey): Promise<unknown>;
  /** All that was found so far, by number. */
  list(key: PublicationKey): Promise<readonly Clearance[]>;
  /** Gives each of these hashes that has no number yet the next one, and lists all. Repeatable. */
  number(key: PublicationKey, hashes: readonly string[]): Promise<readonly Clearance[]>;
  /** Remembers that somebody released these. The first to do so stays. */
  release(
    key: PublicationKey,
    hashes: readonly string[],
    by: { readonly person: string; readonly at: Date },
  ): Promise<void>;
}
