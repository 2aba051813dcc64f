import type { Publication, PublicationState } from "../publishing/publication.ts";

/** The key of a publication: a pull request is published once. */
export type PublicationKey = { readonly repositoryId: string; readonly pullRequestNumber: number };

/** What is recorded of a publication after a step. */
type PublicationOutcome = {
  readonly state: Exclude<PublicationState, "sending">;
  readonly url?: string | null;
  readonly reason?: string | null;
};

/** Where publications stand. Every change names the states it may start from, so that two can never both win. */
export interface Publications {
  load(key: PublicationKey): Promise<Publication | undefined>;
  /** Makes the row when there is none; an existing one stays as it is. */
  plan(key: PublicationKey, text: string | null, outcome: PublicationOutcome): Promise<void>;
  /**
   * Commits *sending* with the text that is sent. False when the row is not in one of `from`: somebody else
   * has it, or it went out already.
   */
  claim(key: PublicationKey, text: string, from: readonly PublicationState[]): Promise<boolean>;
  /** Records what became of it; false when the row is not in one of `from`. */
  record(
    key: PublicationKey,
    outcome: PublicationOutcome,
    from: readonly PublicationState[],
  ): Promise<boolean>;
  /** The state stays; what was read of the post and why nothing was sent are the newest. Leaves alone what is not in `from`. */
  note(
    key: PublicationKey,
    read: { readonly text: string | null; readonly reason: string },
    from: readonly PublicationState[],
  ): Promise<void>;
  /** What a process that is proved dead was *sending* is now *unknown*. */
  markInterrupted(reason: string): Promise<readonly PublicationKey[]>;
}
