import { readDiff } from "../git/read-diff.ts";
import { isPull } from "../nodes.ts";
import type { PullRequest } from "../state.ts";
import { comment, isAwaiting, nextLook, readLooks, renderAwaiting, renderCommentBox } from "./comment-box.ts";
import { findIssueByNumber } from "./find-issue.ts";
import { findPlace, type Place, renderRefusal, repositoryAnswer } from "./frame-repository.ts";
import { html, redirectAnswer } from "./html.ts";
import { decideOnPull, renderMergeBox } from "./merge-box.ts";
import type { Page } from "./page.ts";
import { renderChecks } from "./render-checks.ts";
import { renderDiff } from "./render-diff.ts";
import { renderHeading } from "./render-heading.ts";
import { renderThread } from "./render-thread.ts";

/** `/OWNER/REPO/pull/N`: the text, the checks, what it changes, and the buttons that end it. */
export const showPullRequest: Page = {
  forms: "own",
  path: /^\/([\w.-]+)\/([\w.-]+)\/pull\/(\d+)$/,
  answer: async (world, visit) => {
    const place = findPlace(world, visit);
    const pull = place && findIssueByNumber(place.repository, visit.captured[2]);
    if (!place || !pull || !isPull(pull)) return undefined;
    if (!visit.form) return await render(place, pull, { looks: readLooks(visit.query) });
    const wanted = visit.form.get("do");
    const body = visit.form.get("body") ?? "";
    const refusal =
      wanted === "comment" ? await comment(place, pull, body) : await decideOnPull(place, pull, visit.form);
    if (refusal !== undefined) return await render(place, pull, { refusal, body });
    return redirectAnswer(`/${place.name}/pull/${pull.number}?look=0#end`);
  },
};

async function render(
  place: Place,
  pull: PullRequest,
  { looks, refusal, body = "" }: { looks?: number | undefined; refusal?: string; body?: string },
) {
  const path = `/${place.name}/pull/${pull.number}`;
  const next = looks !== undefined && isAwaiting(pull, new Date()) ? nextLook(path, looks) : undefined;
  const files = await readDiff(place.repository.git.directory, pull.pull.baseOid, pull.pull.headOid);
  return await repositoryAnswer(place, {
    title: `${pull.title} · Pull request #${pull.number}`,
    path,
    status: refusal === undefined ? 200 : 422,
    next,
    body: html`${renderHeading(place, pull)}${renderRefusal(refusal)}
<nav class="parts" aria-label="Parts of this page"><a href="#conversation">Conversation</a> <a href="#checks">Checks</a> <a href="#files">Files changed (${files.length})</a></nav>
<h2 id="conversation">Conversation</h2>
${await renderThread(place, pull)}
<h2 id="checks">Checks</h2>
${await renderChecks(place, pull)}
<div id="end">${renderMergeBox(place, pull)}
${next ? renderAwaiting(path) : renderCommentBox(place, body)}</div>
<h2 id="files">Files changed</h2>
${renderDiff(place, pull, files)}`,
  });
}
