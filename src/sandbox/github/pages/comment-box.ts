import type { Issue } from "../state.ts";
import { askApi } from "./act-on-page.ts";
import type { Place } from "./frame-repository.ts";
import { type Html, html } from "./html.ts";

/** After this long nobody is waited for. */
const longestWaitMs = 60_000;

/** How often a page that waits looks again. */
const lookSeconds = 2;

/** How often a page looked already, by its address; undefined: nobody asked it to. */
export function readLooks(query: URLSearchParams): number | undefined {
  const look = query.get("look");
  return look === null ? undefined : Number(look) || 0;
}

/** The next look: at another address each time, since for the same one with a `#` browsers only scroll. */
export function nextLook(path: string, looks: number) {
  return { seconds: lookSeconds, path: `${path}?look=${looks + 1}#end` };
}

/** The box below a thread; `text` is what was written before, when GitHub refused it. */
export function renderCommentBox(place: Place, text = ""): Html {
  return html`<form method="post" class="comment">
<label for="body">Comment as <strong>${place.person}</strong></label>
<textarea id="body" name="body" rows="4" required aria-describedby="hint">${text}</textarea>
<p class="hint" id="hint">Markdown is welcome. Where an App is installed, a line such as <code>/draft</code> or <code>/help</code> is a command to it.</p>
<button name="do" value="comment">Comment</button>
</form>`;
}

/** Writes a comment; returns what GitHub refused with. */
export function comment(place: Place, issue: Issue, body: string): Promise<string | undefined> {
  const path = `/repos/${place.name}/issues/${issue.number}/comments`;
  return askApi(place, { method: "POST", path, body: { body } });
}

/**
 * Whether an App may still be at work on what a person did last: it looks (👀) or has not even looked yet, and
 * its last word is older than what was done.
 */
export function isAwaiting(issue: Issue, now: Date): boolean {
  const command = issue.comments.findLast(
    ({ author, body }) => author.type !== "Bot" && body.trimStart().startsWith("/"),
  );
  const isFresh = (time: string | null | undefined) =>
    typeof time === "string" && now.getTime() - Date.parse(time) < longestWaitMs;
  if (command && isFresh(command.createdAt)) {
    return command.reactions.every(({ content }) => content === "EYES");
  }
  if (!issue.pull || !isFresh(issue.closedAt)) return false;
  const closedAt = issue.closedAt ?? "";
  return !issue.comments.some(({ author, createdAt }) => author.type === "Bot" && createdAt >= closedAt);
}

/** Says that the page looks again by itself, and how to make it stop. */
export function renderAwaiting(path: string): Html {
  return html`<p class="waiting" role="status">The App is at work. This page looks again every ${lookSeconds} seconds. <a href="${path}">Stop looking</a></p>`;
}
