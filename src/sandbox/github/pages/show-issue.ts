import type { Issue } from "../state.ts";
import { comment, isAwaiting, nextLook, readLooks, renderAwaiting, renderCommentBox } from "./comment-box.ts";
import { findIssueByNumber } from "./find-issue.ts";
import { findPlace, type Place, renderRefusal, repositoryAnswer } from "./frame-repository.ts";
import { html, redirectAnswer } from "./html.ts";
import type { Page } from "./page.ts";
import { renderHeading } from "./render-heading.ts";
import { renderThread } from "./render-thread.ts";

/** `/OWNER/REPO/issues/N`: the thread and the box to comment in. A pull request has a page of its own. */
export const showIssue: Page = {
  forms: "own",
  path: /^\/([\w.-]+)\/([\w.-]+)\/issues\/(\d+)$/,
  answer: async (world, visit) => {
    const place = findPlace(world, visit);
    const issue = place && findIssueByNumber(place.repository, visit.captured[2]);
    if (!place || !issue) return undefined;
    const path = `/${place.name}/issues/${issue.number}`;
    if (issue.pull) return redirectAnswer(`/${place.name}/pull/${issue.number}`);
    if (!visit.form) return await render(place, issue, { looks: readLooks(visit.query) });
    const body = visit.form.get("body") ?? "";
    const refusal = await comment(place, issue, body);
    if (refusal !== undefined) return await render(place, issue, { refusal, body });
    return redirectAnswer(`${path}?look=0#end`);
  },
};

async function render(
  place: Place,
  issue: Issue,
  { looks, refusal, body = "" }: { looks?: number | undefined; refusal?: string; body?: string },
) {
  const path = `/${place.name}/issues/${issue.number}`;
  const next = looks !== undefined && isAwaiting(issue, new Date()) ? nextLook(path, looks) : undefined;
  return await repositoryAnswer(place, {
    title: `${issue.title} · Issue #${issue.number}`,
    path,
    status: refusal === undefined ? 200 : 422,
    next,
    body: html`${renderHeading(place, issue)}${renderRefusal(refusal)}
${await renderThread(place, issue)}
<div id="end">${next ? renderAwaiting(path) : renderCommentBox(place, body)}</div>`,
  });
}
