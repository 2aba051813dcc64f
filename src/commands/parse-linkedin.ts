/** What `/linkedin …` asks for. */
export type LinkedInWish =
  | { readonly do: "show" }
  | { readonly do: "send" }
  | { readonly do: "sent"; readonly url: string }
  | { readonly do: "not-sent" };

/**
 * Reads what stands after `/linkedin`; null when it is none of `send`, `sent URL`, `not-sent`. The address must be
 * of linkedin.com, since it is shown as the post's own.
 */
export function parseLinkedIn(rest: string | undefined): LinkedInWish | null {
  const [word = "show", argument, ...more] = rest?.split(/[ \t]+/) ?? [];
  if (more.length > 0) return null;
  if (word === "sent" && argument !== undefined) {
    const address = URL.parse(argument);
    const isLinkedIn = address?.protocol === "https:" && /(?:^|\.)linkedin\.com$/.test(address.hostname);
    return isLinkedIn ? { do: "sent", url: address.href } : null;
  }
  if (argument !== undefined) return null;
  return word === "show" || word === "send" || word === "not-sent" ? { do: word } : null;
}
