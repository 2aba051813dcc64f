import { html, htmlAnswer } from "./html.ts";
import type { Page } from "./page.ts";

/** `/`: the repositories of this host. */
export const home: Page = {
  forms: "none",
  path: /^\/$/,
  answer: (world) => {
    const items = world.repositories.map(({ owner, name, issues, private: isPrivate }) => {
      const path = `${owner.login}/${name}`;
      const open = issues.filter(({ state }) => state === "open").length;
      return html`<li><a class="title" href="/${path}">${path}</a><span class="meta">${isPrivate ? "Private" : "Public"} · ${open} open</span></li>`;
    });
    const list =
      items.length > 0 ? html`<ul class="rows">${items}</ul>` : html`<p>There is no repository yet.</p>`;
    const body = html`<h1>Repositories</h1>${list}`;
    const navigation = html`<nav aria-label="Site"><a href="/linkedin/feed">LinkedIn feed</a></nav>`;
    return htmlAnswer(200, { title: "Repositories", navigation, body });
  },
};
