import { createHash } from "node:crypto";
import { z } from "zod";
import { foldWords } from "../../sources/fold-words.ts";
import { Passage } from "../../sources/passage.ts";
import { Finding } from "../finding.ts";

/** Where a source can be read again: path and commit in its repository, null for that of the pull request. */
const Origin = z.object({ repository: z.string().nullable(), path: z.string(), commit: z.string() });

/** A source of a draft, without its text. */
export const LedgerSource = z.object({
  id: z.string(),
  /** As people may see it. */
  path: z.string(),
  /** Null when it cannot be read again. Not to be shown where the source is withheld. */
  origin: Origin.nullable(),
  /** Of a private repository, for a public one. */
  isWithheld: z.boolean(),
  lines: z.object({ first: z.int(), last: z.int() }).nullable(),
});
export type LedgerSource = z.infer<typeof LedgerSource>;

/** One sentence of a post. */
const LedgerEntry = z.object({
  /** Of its folded words; the words themselves stand in the post, at the ledger's commit. */
  hash: z.string(),
  /** What it rests on; none where the writer only connects, and where it is the author's own. */
  passages: z.array(Passage),
  /** Whether a person wrote it. */
  isOwn: z.boolean(),
  /** Of the author's own: what the sentence rested on of which it was made, by an edit that says something else. */
  was: z.array(Passage).optional(),
  /** What was found of it when it was drafted. Neither its words nor those of a source are repeated there. */
  doubts: z.array(Finding.pick({ rule: true, severity: true, message: true })).optional(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** Which sentences of a post rest on what. It holds no text: neither of the post nor of its sources. */
export const Ledger = z.object({
  postHash: z.string(),
  /** Where the post with these sentences stands. */
  commit: z.string(),
  path: z.string(),
  sources: z.array(LedgerSource),
  /** The commit of the repository at which its files of speakers and of pseudonyms count, and their paths. */
  commitOfRules: z.string(),
  speakers: z.string(),
  pseudonyms: z.string().nullable(),
  /** In the order of the post. */
  sentences: z.array(LedgerEntry),
});
export type Ledger = z.infer<typeof Ledger>;

/** The hash by which a sentence is known again; typography, case and Markdown do not matter. */
export function hashSentence(words: readonly string[]): string {
  return createHash("sha256").update(words.join(" ")).digest("hex").slice(0, 20);
}

/** The hash by which findings name a claim, whose words may be several sentences. */
export function hashClaim(text: string): string {
  return hashSentence(foldWords(text));
}
