import type { Issue } from "../state.ts";
import type { Place } from "./frame-repository.ts";
import { type Html, html } from "./html.ts";
import { renderAuthor, renderTime } from "./render-thread.ts";

/** How an issue or pull request stands, as a word and a class. */
function describeState({
  state,
  pull,
}: Pick<Issue, "state" | "pull">): "Open" | "Draft" | "Merged" | "Closed" {
  if (pull?.merge) return "Merged";
  if (state === "closed") return "Closed";
  return pull?.draft ? "Draft" : "Open";
}

export function renderState(issue: Issue): Html {
  const state = describeState(issue);
  return html`<span class="state ${state.toLowerCase()}">${state}</span>`;
}

export function renderLabels({ labels }: Pick<Issue, "labels">): Html {
  return html`${labels.map(({ name }) => html` <span class="badge">${name}</span>`)}`;
}

/** Title, state and who opened it; a pull request also says from where to where. */
export function renderHeading(place: Place, issue: Issue): Html {
  const { title, number, author, createdAt, pull } = issue;
  const ways = pull ? html` · into <code>${pull.baseBranch}</code> from <code>${pull.headBranch}</code>` : "";
  return html`<div class="heading"><h1>${title} <span class="number">#${number}</span></h1>
<p>${renderState(issue)} ${renderAuthor(place, author)} <span class="meta">opened this ${pull ? "pull request" : "issue"} ${renderTime(createdAt)}${ways}</span>${renderLabels(issue)}</p></div>`;
}
