/** What is announced: the text as readers will see it, and the card under it when the site's address is known. */
export type Announcement = {
  readonly text: string;
  readonly card: { readonly url: string; readonly title: string; readonly description: string } | null;
};

/**
 * What became of sending. `sent`: it is visible. `failed`: it is known not to have happened, with the reason for
 * a person. `unknown`: nobody can tell (the answer was lost), so a person is asked and nothing is sent again.
 */
export type SendResult =
  | { readonly kind: "sent"; readonly url: string | null }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "unknown"; readonly reason: string };

/** A place where a post is announced. */
export interface Channel {
  /** Whether this repository may use it, and an account is set. */
  isConnected(repository: string): boolean;
  /** The length of the text on the wire, and the most that the channel takes, in UTF-16 units. */
  measure(text: string): { readonly length: number; readonly most: number };
  /** One request, never repeated by any layer. Never throws: what cannot be known is `unknown`. */
  send(announcement: Announcement): Promise<SendResult>;
}
