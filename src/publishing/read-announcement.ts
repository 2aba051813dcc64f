/** What the front matter says about the announcement. */
export type ReadAnnouncement =
  /** This very text was read and merged by people. */
  | { readonly kind: "approved"; readonly text: string }
  /** `linkedin: false` or its kin: nothing is sent. */
  | { readonly kind: "off" }
  /** There is no such key. */
  | { readonly kind: "absent" }
  /** A number, a list, …: nothing is sent. */
  | { readonly kind: "wrong" };

const offWords = new Set(["no", "off", "none", "skip", "false"]);

/**
 * Reads the key `linkedin` of a post's front matter. The text is the YAML value with LF for CR LF and without
 * trailing line breaks: readers see exactly this.
 */
export function readAnnouncement(frontMatter: Readonly<Record<string, unknown>>): ReadAnnouncement {
  if (!Object.hasOwn(frontMatter, "linkedin")) return { kind: "absent" };
  const value = frontMatter.linkedin;
  if (value === false || value === null) return { kind: "off" };
  if (typeof value !== "string") return { kind: "wrong" };
  const text = value.replaceAll("\r\n", "\n").replace(/\n+$/, "");
  if (text.trim() === "" || offWords.has(text.trim().toLowerCase())) return { kind: "off" };
  return { kind: "approved", text };
}
