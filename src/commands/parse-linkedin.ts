/** What `/linkedin …` asks for. */
export type LinkedInWish =
  | { readonly do: "show" }
  | { readonly do: "send" }
  | { readonly do: "sent"; readonly url: string }
  | { readonly do: "not-sent" };

/** Neither a person's name nor a port before the path, and no brackets, `@` or fragment behind it. */
const address = /^https:\/\/(?:[a-z\d-]+\.)*linkedin\.com\/[\w\-./:%?=&,+;]*$/;

/**
 * Reads what stands after `/linkedin`; null when it is none of `send`, `sent URL`, `not-sent`. The address must be
 * of linkedin.com, since it is shown as the post's own, and of characters that stay an address in a comment.
 */
export function parseLinkedIn(rest: string | undefined): LinkedInWish | null {
  const [word = "show", argument, ...more] = rest?.split(/[ \t]+/) ?? [];
  if (more.length > 0) return null;
  if (word === "sent" && argument !== undefined) {
    const url = URL.parse(argument)?.href ?? "";
    return address.test(url) ? { do: "sent", url } : null;
  }
  if (argument !== undefined) return null;
  return word === "show" || word === "send" || word === "not-sent" ? { do: word } : null;
}
