import type { z } from "zod";
import type { Claim, Draft } from "../drafting/draft.ts";
import type { Objection } from "../drafting/repair/objection.ts";
import type { Verdict } from "../drafting/verdict.ts";
import type { Brief } from "../sources/brief.ts";
import type { Transcript } from "../sources/transcript.ts";
import type { Usage } from "./language-model.ts";

/**
 * Does a named step once, however many attempts the work takes: its result is saved, and a later attempt reads
 * it back through the schema instead of making it again.
 */
export type Once = <T>(step: string, schema: z.ZodType<T>, make: () => Promise<T>) => Promise<T>;

/** What a draft has cost so far, all attempts together, those that failed too. */
export interface Spending {
  load(): Promise<Usage>;
  /** Saves the sum; called after each answer that cost something. */
  save(usage: Usage): Promise<void>;
}

/** All that a writer may use. The same request gives the same draft when no language model is involved. */
export type WriteRequest = {
  readonly brief: Brief;
  readonly series: {
    readonly name: string;
    readonly pointOfView: string | null;
    /** How posts of the series sound, in the repository's own words; null where nobody wrote that down. */
    readonly voiceNotes?: string | null;
  } | null;
  readonly transcripts: readonly Transcript[];
  /** Phrases that no post of the repository uses. */
  readonly banned: readonly string[];
  /** A language model may not be sent more than this, all requests of the draft together. */
  readonly tokensPerDraft: number;
  readonly once: Once;
  readonly spending: Spending;
};

/** `declined`: the sources do not carry a draft; the reason is one sentence for the asker. */
export type WriteOutcome =
  | {
      readonly kind: "draft";
      readonly draft: Draft;
      /** Absent where the writer uses no language model: then there is nothing to ask again. */
      readonly revision?: Revision;
    }
  | { readonly kind: "declined"; readonly reason: string };

/** What can still be asked of the language model that wrote a draft. It all counts against the draft's tokens. */
export interface Revision {
  /**
   * Puts the objections to the model, once for each part of the draft that they are about. `isBetter` sees the draft
   * with a part rewritten and the draft as it stands by then; what it does not take is left as it was, and so is what the
   * model was of no use for, or what could not be afforded. Never throws for the model's sake.
   */
  mend(
    objections: readonly Objection[],
    isBetter: (mended: Draft, current: Draft) => boolean,
    signal: AbortSignal,
  ): Promise<Draft>;
  /**
   * Whether the passages of each claim say it, in the order of the claims, by one request for all of them. A claim is
   * "not evaluated" where the answer could not be read or afforded.
   */
  judge(claims: readonly Claim[], signal: AbortSignal): Promise<readonly Verdict[]>;
  /** What the draft has cost by now. */
  bill(): Pick<Draft, "usage" | "cost">;
}

/**
 * Writes a draft from a brief and its transcripts. Stops, by throwing, when the signal aborts. Throws a
 * `UserError` when the draft would need more tokens than it may, and what its language model throws.
 */
export interface Writer {
  write(request: WriteRequest, signal: AbortSignal): Promise<WriteOutcome>;
}
