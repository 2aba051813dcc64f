/** A turn at looking for what was missed. */
export interface Turn {
  /** Up to when an earlier turn saw everything; null when none did. */
  readonly seenUntil: Date | null;
  /** Holds the turn for longer; false when another process has it by now. */
  renew(): Promise<boolean>;
  /** Gives the turn back; what was seen is remembered when a moment is given. */
  end(seenUntil: Date | null): Promise<void>;
}

/** One process at a time looks; a turn that is neither renewed nor given back is free again after a minute. */
export interface Watch {
  /** Undefined while another process has the turn of that name. */
  take(name: "deliveries" | "pull-requests" | "repositories"): Promise<Turn | undefined>;
}

/** How often a delivery was asked for again. */
export type Asked = { readonly guid: string; readonly attempts: number; readonly askedAt: Date | null };

/** What is known here of deliveries that failed. */
export interface Redeliveries {
  /** Those of these that made no work here yet. */
  listMissing(guids: readonly string[]): Promise<readonly Asked[]>;
  /** Counts an attempt, before it is made. */
  count(guid: string): Promise<void>;
}
