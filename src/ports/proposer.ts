import type { Angle } from "../drafting/angle.ts";
import type { Usage } from "./language-model.ts";
import type { WriteRequest } from "./writer.ts";

/** A post that there is already, or that there was to be: titles and angles, no more. */
export type EarlierPost = { readonly title: string; readonly about: string };

/** All that angles are proposed from. */
export type ProposeRequest = WriteRequest & { readonly earlier: readonly EarlierPost[] };

/** `declined`: the sources do not carry a draft; the reason is one sentence for the asker. */
export type ProposeOutcome =
  | {
      readonly kind: "angles";
      /** At least one, at most three. */
      readonly angles: readonly Angle[];
      /** Null when no language model was used. */
      readonly model: string | null;
      readonly usage: Usage;
    }
  | { readonly kind: "declined"; readonly reason: string };

/** Proposes angles for a brief. Stops and throws as a `Writer` does. */
export interface Proposer {
  propose(request: ProposeRequest, signal: AbortSignal): Promise<ProposeOutcome>;
}
