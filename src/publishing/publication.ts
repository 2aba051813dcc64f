/**
 * Where a publication stands.
 *
 *   planned ──claim──▶ sending ──▶ sent
 *                         ├──────▶ failed ──/linkedin send──▶ sending
 *                         └──────▶ unknown ──/linkedin sent──▶ sent
 *                                     └──────/linkedin not-sent──▶ failed
 *   skipped (off, not connected) ──/linkedin send──▶ sending
 */
export type PublicationState = "planned" | "sending" | "sent" | "unknown" | "failed" | "skipped";

/** A merged post and where it went. */
export type Publication = {
  readonly repositoryId: string;
  readonly pullRequestNumber: number;
  readonly state: PublicationState;
  /** The text as readers see it; null when there is none. */
  readonly text: string | null;
  readonly url: string | null;
  /** Why it failed, was skipped or is unknown, for a person. */
  readonly reason: string | null;
};

/** The states from which a person may have it sent. */
export const sendable: readonly PublicationState[] = ["planned", "failed", "skipped"];

const next: Readonly<Record<PublicationState, readonly PublicationState[]>> = {
  planned: ["sending"],
  sending: ["sent", "failed", "unknown"],
  sent: [],
  unknown: ["sent", "failed"],
  failed: ["sending"],
  skipped: ["sending"],
};

/** Whether the chart has an arrow from one to the other. */
export function mayMove(from: PublicationState, to: PublicationState): boolean {
  return next[from].includes(to);
}
