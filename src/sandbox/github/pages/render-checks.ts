import { listNewest } from "../operations/check-runs.ts";
import type { CheckRun, PullRequest } from "../state.ts";
import type { Place } from "./frame-repository.ts";
import { type Html, html, raw } from "./html.ts";
import { renderMarkdown } from "./render-markdown.ts";

/** What a check came to, as a word and a class. */
const outcomes: Readonly<Record<string, readonly [string, string]>> = {
  SUCCESS: ["Passed", "open"],
  NEUTRAL: ["Neutral", "draft"],
  SKIPPED: ["Skipped", "draft"],
  FAILURE: ["Failed", "closed"],
  TIMED_OUT: ["Timed out", "closed"],
  CANCELLED: ["Cancelled", "draft"],
  ACTION_REQUIRED: ["Action required", "closed"],
};

/** The check runs of the head commit, each with what it says. */
export async function renderChecks(place: Place, pull: PullRequest): Promise<Html> {
  const all = place.repository.checkRuns.filter(({ headOid }) => headOid === pull.pull.headOid);
  const runs = listNewest(all);
  if (runs.length === 0) return html`<p class="empty">No check has looked at the last commit.</p>`;
  const rendered = await Promise.all(runs.map((run) => renderRun(place, run)));
  return html`<div class="checks">${rendered}</div>`;
}

async function renderRun(place: Place, run: CheckRun): Promise<Html> {
  const [word, style] = outcomes[(run.conclusion ?? "").toUpperCase()] ?? [run.status.toLowerCase(), "draft"];
  const { title, summary = "", text } = run.output ?? {};
  // Apart, or a list that ends the one and a list that begins the other would be one.
  const markdown = await Promise.all([summary, text ?? ""].map((part) => renderMarkdown(part, place)));
  const annotations = run.annotations.map(
    ({ path, startLine, level, message, title: heading }) =>
      html`<li><span class="meta">${level.toLowerCase()}</span> <code>${path}:${startLine}</code> ${heading === null ? "" : html`<strong>${heading}</strong> `}${message}</li>`,
  );
  return html`<details><summary><span class="state ${style}">${word}</span> ${run.name}${title ? html` <span class="meta">${title}</span>` : ""}</summary>
<div class="markdown">${raw(markdown.join("\n"))}</div>${annotations.length > 0 ? html`<ul>${annotations}</ul>` : ""}</details>`;
}
