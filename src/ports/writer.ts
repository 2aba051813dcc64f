import type { Draft } from "../drafting/draft.ts";
import type { Brief } from "../sources/brief.ts";
import type { Transcript } from "../sources/transcript.ts";

/** All that a writer may use. The same request gives the same draft when no language model is involved. */
export type WriteRequest = {
  readonly brief: Brief;
  readonly series: { readonly name: string; readonly pointOfView: string | null } | null;
  readonly transcripts: readonly Transcript[];
};

/** `declined`: the sources do not carry a draft; the reason is one sentence for the asker. */
export type WriteOutcome =
  | { readonly kind: "draft"; readonly draft: Draft }
  | { readonly kind: "declined"; readonly reason: string };

/** Writes a draft from a brief and its transcripts. Stops, by throwing, when the signal aborts. */
export interface Writer {
  write(request: WriteRequest, signal: AbortSignal): Promise<WriteOutcome>;
}
