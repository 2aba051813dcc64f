import { readAnnouncement } from "./read-announcement.ts";

/** What is done with the announcement of a merged post. */
export type Decision =
  | { readonly kind: "send"; readonly text: string }
  /** Shown, and sent only when a person says so. */
  | { readonly kind: "hold"; readonly text: string; readonly reason: string }
  /** Nothing is sent; the text is there to copy when there is one. What nobody may have meant is said before the merge. */
  | {
      readonly kind: "skip";
      readonly text: string | null;
      readonly reason: string;
      readonly isMeant: boolean;
    }
  /** Nothing is sent until a person has mended something. */
  | { readonly kind: "mend"; readonly text: string | null; readonly reason: string };

/**
 * Decides from the front matter, the settings and what LinkedIn takes. `generated` is the text that is used when
 * the key `linkedin` was taken out. A person's text is never shortened.
 */
export function decideAnnouncement(input: {
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly generated: string;
  readonly settings: { readonly enabled: boolean; readonly review: boolean };
  readonly isConnected: boolean;
  readonly measure: (text: string) => { readonly length: number; readonly most: number };
}): Decision {
  const { frontMatter, generated, settings, isConnected, measure } = input;
  if (isHeldBack(frontMatter)) {
    const reason =
      "the post's front matter says `draft: true` (`/linkedin send` when it is `draft: false` on the default branch)";
    return { kind: "skip", text: null, reason, isMeant: false };
  }
  const read = readAnnouncement(frontMatter);
  if (read.kind === "off") {
    const reason = read.isSaid
      ? "the post's front matter says so"
      : "`linkedin` in the front matter is empty (write `linkedin: false` when that is meant)";
    return { kind: "skip", text: null, reason, isMeant: read.isSaid };
  }
  const text = read.kind === "approved" ? read.text : read.kind === "absent" ? generated : null;
  // Nobody has to mend what is not sent in any case.
  if (!settings.enabled)
    return { kind: "skip", text, reason: "`announcements.linkedin.enabled` is false", isMeant: true };
  if (text === null) {
    return {
      kind: "mend",
      text: null,
      reason:
        "`linkedin` in the front matter is not a text: write it as `linkedin: |-` with the text below it, or `linkedin: false`",
    };
  }
  if (typeof frontMatter.title !== "string" || frontMatter.title.trim() === "") {
    return { kind: "mend", text, reason: "the post has no `title` in its front matter" };
  }
  const { length, most } = measure(text);
  if (length > most) {
    return {
      kind: "mend",
      text,
      reason: `the text takes ${length} characters on LinkedIn, where ${most} is the most: shorten \`linkedin\` in the front matter`,
    };
  }
  if (!isConnected) return { kind: "skip", text, reason: "LinkedIn is not connected", isMeant: true };
  if (read.kind === "absent" && settings.review) {
    return { kind: "hold", text, reason: "the post has no `linkedin` text that somebody approved" };
  }
  return { kind: "send", text };
}

/** Whether the site is told not to show the post yet; ours are written with `draft: false`. */
export function isHeldBack({ draft }: Readonly<Record<string, unknown>>): boolean {
  return draft === true || (typeof draft === "string" && /^(?:true|yes|on|y)$/i.test(draft.trim()));
}
