/** An attempt at a delivery, as GitHub's log has it. */
export type LoggedDelivery = {
  readonly id: string;
  /** The same for every attempt at one delivery. */
  readonly guid: string;
  readonly deliveredAt: Date;
  readonly isTaken: boolean;
};

/** The App's own delivery log at GitHub. Errors are those of `Repository`. */
export interface AppHooks {
  /** A page of it, newest first, and where the next one begins. One request. */
  list(
    cursor: string | null,
    signal: AbortSignal,
  ): Promise<{ readonly deliveries: readonly LoggedDelivery[]; readonly next: string | null }>;
  /** Has the delivery of this attempt sent again, under the same GUID. It may not have arrived when this resolves. */
  redeliver(id: string, signal: AbortSignal): Promise<void>;
}
