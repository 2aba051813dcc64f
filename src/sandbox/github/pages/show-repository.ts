import type { Issue } from "../state.ts";
import { cloneAddress } from "./clone-address.ts";
import { findPlace, type Place, repositoryAnswer } from "./frame-repository.ts";
import { type Html, html } from "./html.ts";
import type { Page } from "./page.ts";
import { renderLabels, renderState } from "./render-heading.ts";
import { renderTime } from "./render-thread.ts";

/** `/OWNER/REPO`: its pull requests, its issues, and where to clone it from. */
export const showRepository: Page = {
  forms: "none",
  path: /^\/([\w.-]+)\/([\w.-]+)$/,
  answer: (world, visit) => {
    const place = findPlace(world, visit);
    if (!place) return undefined;
    const { repository, name } = place;
    const pulls = repository.issues.filter(({ pull }) => pull);
    const issues = repository.issues.filter(({ pull }) => !pull);
    const body = html`<div class="heading"><h1>${name}</h1>
<p><span class="badge">${repository.private ? "Private" : "Public"}</span> <span class="meta">default branch <code>${repository.defaultBranch}</code> · <code>git clone ${cloneAddress(place)}</code></span></p></div>
${renderList(place, "Pull requests", pulls, "None yet. Comment /draft on an issue to get one.")}
${renderList(place, "Issues", issues, "None yet.")}
<p><a class="button" href="/${name}/issues/new">New issue</a></p>`;
    return repositoryAnswer(place, { title: "Overview", path: `/${name}`, body });
  },
};

function renderList({ name }: Place, title: string, issues: readonly Issue[], none: string): Html {
  const items = issues.toReversed().map((issue) => {
    const path = `/${name}/${issue.pull ? "pull" : "issues"}/${issue.number}`;
    const comments = issue.comments.length === 1 ? "1 comment" : `${issue.comments.length} comments`;
    return html`<li>${renderState(issue)}<div><a class="title" href="${path}">${issue.title}</a>${renderLabels(issue)}
<span class="meta">#${issue.number} opened ${renderTime(issue.createdAt)} by ${issue.author.login} · ${comments}</span></div></li>`;
  });
  return html`<h2>${title}</h2>${items.length > 0 ? html`<ul class="rows">${items}</ul>` : html`<p class="empty">${none}</p>`}`;
}
