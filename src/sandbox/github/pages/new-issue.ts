import { askApi } from "./act-on-page.ts";
import { findPlace, type Place, renderRefusal, repositoryAnswer } from "./frame-repository.ts";
import { html, redirectAnswer } from "./html.ts";
import type { Page } from "./page.ts";

/** `/OWNER/REPO/issues/new`. */
export const newIssue: Page = {
  forms: "own",
  path: /^\/([\w.-]+)\/([\w.-]+)\/issues\/new$/,
  answer: async (world, visit) => {
    const place = findPlace(world, visit);
    if (!place) return undefined;
    const title = visit.form?.get("title") ?? "";
    const text = visit.form?.get("body") ?? "";
    if (!visit.form) return await render(place, { title, text });
    const body = { title, body: text };
    const refusal = await askApi(place, { method: "POST", path: `/repos/${place.name}/issues`, body });
    if (refusal !== undefined) return await render(place, { title, text, refusal });
    return redirectAnswer(`/${place.name}/issues/${place.repository.issues.at(-1)?.number}`);
  },
};

function render(place: Place, filled: { title: string; text: string; refusal?: string }) {
  const { title, text, refusal } = filled;
  return repositoryAnswer(place, {
    title: "New issue",
    path: `/${place.name}/issues/new`,
    status: refusal === undefined ? 200 : 422,
    body: html`<h1>New issue</h1>${renderRefusal(refusal)}
<form method="post" class="comment">
<label for="title">Title</label><input id="title" name="title" required value="${title}">
<label for="body">Description</label><textarea id="body" name="body" rows="12">${text}</textarea>
<button>Open issue as ${place.person}</button>
</form>`,
  });
}
