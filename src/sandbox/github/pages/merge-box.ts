import { roleOf } from "../permissions.ts";
import type { PullRequest } from "../state.ts";
import { askApi, mutatePull } from "./act-on-page.ts";
import type { Place } from "./frame-repository.ts";
import { type Html, html } from "./html.ts";
import { renderTime } from "./render-thread.ts";

const methods = { squash: "Squash and merge", merge: "Create a merge commit", rebase: "Rebase and merge" };

/** What may be done with a pull request now, and by whom. */
export function renderMergeBox(place: Place, pull: PullRequest): Html {
  const { merge, draft, headBranch, headOid, baseBranch } = pull.pull;
  if (merge) {
    return html`<div class="decide merged"><p><strong>Merged.</strong> ${merge.by.login} merged <code>${headBranch}</code> into <code>${baseBranch}</code> ${renderTime(merge.at)}.</p></div>`;
  }
  if (!mayWrite(place)) {
    return html`<div class="decide"><p><strong>${place.person}</strong> may read here, and neither merge nor close. Switch to somebody who may write, at the top.</p></div>`;
  }
  if (pull.state === "closed") {
    return html`<form method="post" class="decide"><p><strong>Closed</strong> without merging.</p><button name="do" value="reopen" class="quiet">Reopen pull request</button></form>`;
  }
  const close = html`<button name="do" value="close" class="quiet">Close pull request</button>`;
  if (draft) {
    return html`<form method="post" class="decide"><p><strong>This pull request is still a draft.</strong> A draft cannot be merged.</p><button name="do" value="ready">Ready for review</button> ${close}</form>`;
  }
  const options = Object.entries(methods).map(
    ([name, words]) => html`<option value="${name}">${words}</option>`,
  );
  return html`<form method="post" class="decide"><p><strong>Ready.</strong> Merging publishes what it adds; closing discards it.</p>
<input type="hidden" name="seen" value="${headOid}"><label>How <select name="method">${options}</select></label> <button name="do" value="merge">Merge pull request</button> ${close}</form>`;
}

function mayWrite({ repository, person }: Place): boolean {
  return ["write", "maintain", "admin"].includes(roleOf(repository, person) ?? "");
}

/** Does what a button of the box says; returns what GitHub refused with. */
export function decideOnPull(
  place: Place,
  pull: PullRequest,
  form: URLSearchParams,
): Promise<string | undefined> | string {
  const path = `/repos/${place.name}/pulls/${pull.number}`;
  const method = form.get("method") ?? "";
  const seen = form.get("seen");
  switch (form.get("do")) {
    case "ready":
      return mutatePull(place, "markPullRequestReadyForReview", pull.nodeId);
    case "merge":
      return askApi(place, {
        method: "PUT",
        path: `${path}/merge`,
        // Nobody merges what was pushed since they looked.
        body: {
          merge_method: Object.hasOwn(methods, method) ? method : "squash",
          ...(seen === null ? {} : { sha: seen }),
        },
      });
    case "close":
      return askApi(place, { method: "PATCH", path, body: { state: "closed" } });
    case "reopen":
      return askApi(place, { method: "PATCH", path, body: { state: "open" } });
    default:
      return "There is no such button.";
  }
}
