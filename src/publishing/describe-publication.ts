import type { Publication } from "./publication.ts";

/** The post may have been edited since: what was read at the merge is no promise. */
const readsAnew = "`/linkedin send` reads the post on the default branch and sends what it finds there";

/** What Galley says about where a publication stands, to the people of the pull request. */
export function describePublication({
  state,
  url,
  reason,
  text,
}: Pick<Publication, "state" | "url" | "reason" | "text">): string {
  const words = reason?.replace(/[.\s]+$/, "") ?? "";
  const because = words === "" ? "" : `: ${words}`;
  switch (state) {
    case "sent":
      return url === null ? "The announcement is on LinkedIn." : `The announcement is on LinkedIn: ${url}`;
    case "sending":
      return "The announcement is on its way to LinkedIn.";
    case "planned":
      return `Nothing was sent to LinkedIn yet${because}. ${readsAnew}.${text === null ? "" : ` So far its text is:${quote(text)}`}`;
    case "skipped":
      return `Nothing is sent to LinkedIn${because}.${text === null ? "" : ` The text is ready to copy:${quote(text)}`}`;
    case "failed":
      return `Nothing was sent to LinkedIn${because}. ${readsAnew}.${text === null ? "" : ` The text, to post by hand:${quote(text)}`}`;
    case "unknown":
      return `Nobody can know whether LinkedIn has the announcement${because}. Look at the feed, then write \`/linkedin sent URL\` with the post's address, or \`/linkedin not-sent\`.${quote(text)}`;
  }
}

/** The text as it is, fenced so that nothing in it is read as Markdown. */
function quote(text: string | null): string {
  if (text === null) return "";
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `\n\n${fence}text\n${text}\n${fence}`;
}
