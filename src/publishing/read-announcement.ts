/** What the front matter says about the announcement. */
export type ReadAnnouncement =
  /** This very text was read and merged by people. */
  | { readonly kind: "approved"; readonly text: string }
  /** Nothing is sent: `linkedin: false` or its kin says so, or there is no text, which nobody may have meant. */
  | { readonly kind: "off"; readonly isSaid: boolean }
  /** There is no such key. */
  | { readonly kind: "absent" }
  /** A number, a list, a word for true, a text that nobody can see, …: nothing is sent. */
  | { readonly kind: "wrong" };

const offWords = new Set(["no", "off", "none", "skip", "false"]);

/** What YAML 1.1 reads as true or false, and is no announcement; those of the off words are told before. */
const truthWords = new Set(["yes", "on", "true", "y", "n"]);

/** Something that leaves ink: neither white space and marks alone, nor a letter that is blank by its definition. */
const ink = /(?!\p{Default_Ignorable_Code_Point}|\u2800)[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * Reads the key `linkedin` of a post's front matter. The text is the YAML value with LF for CR LF and without
 * trailing line breaks: readers see exactly this. Halves of characters, which nothing can carry, are replaced.
 */
export function readAnnouncement(frontMatter: Readonly<Record<string, unknown>>): ReadAnnouncement {
  if (!Object.hasOwn(frontMatter, "linkedin")) return { kind: "absent" };
  const value = frontMatter.linkedin;
  if (value === false) return { kind: "off", isSaid: true };
  if (value === null) return { kind: "off", isSaid: false };
  if (typeof value !== "string") return { kind: "wrong" };
  const text = value.toWellFormed().replaceAll("\r\n", "\n").replace(/\n+$/, "");
  const word = text.trim().toLowerCase();
  if (word === "" || offWords.has(word)) return { kind: "off", isSaid: word !== "" };
  if (truthWords.has(word) || !ink.test(text)) return { kind: "wrong" };
  return { kind: "approved", text };
}
