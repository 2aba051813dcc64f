import type { DiffLine, FileDiff } from "../git/parse-diff.ts";
import type { PullRequest } from "../state.ts";
import type { Place } from "./frame-repository.ts";
import { type Html, html } from "./html.ts";

/** How many lines of a file are shown at most; a pull request of a blog has a few hundred. */
const mostLines = 2_000;

const said = { "+": "added", "-": "removed", " ": "" } as const;

/** What a pull request changes, file by file, with the ways to read and to edit each. */
export function renderDiff(place: Place, pull: PullRequest, files: readonly FileDiff[]): Html {
  if (files.length === 0) return html`<p class="empty">Nothing differs.</p>`;
  return html`${files.map((file) => renderFile(place, pull, file))}`;
}

function renderFile({ name }: Place, pull: PullRequest, file: FileDiff): Html {
  const lines = file.hunks.flat();
  const count = (sign: DiffLine["sign"]) => lines.filter((line) => line.sign === sign).length;
  const path = file.path.split("/").map(encodeURIComponent).join("/");
  const branch = encodeURIComponent(pull.pull.headBranch);
  const ways =
    file.change === "removed"
      ? ""
      : html`<a href="/${name}/blob/${pull.pull.headOid}/${path}">View file</a>${pull.state === "open" ? html` <a href="/${name}/edit/${branch}/${path}">Edit file</a>` : ""}`;
  const renamed = file.previousPath === undefined ? "" : html` (was <code>${file.previousPath}</code>)`;
  const rows = cut(file.hunks).map((hunk) => html`<tbody>${hunk.map(renderLine)}</tbody>`);
  const more = lines.length - mostLines;
  const rest = more > 0 ? html`<p class="empty">${more} more lines are not shown here.</p>` : "";
  const table = html`<div class="scroll" role="region" tabindex="0" aria-label="Changes of ${file.path}"><table class="diff"><caption class="hidden">Changes of ${file.path}</caption>${rows}</table></div>`;
  return html`<section class="file"><header><h3><code>${file.path}</code></h3>${renamed}
<span class="meta">${file.change} · <span class="plus">+${count("+")}</span> <span class="minus">−${count("-")}</span></span> ${ways}</header>
${file.isBinary ? html`<p class="empty">Not text.</p>` : lines.length > 0 ? html`${table}${rest}` : html`<p class="empty">No line differs.</p>`}</section>`;
}

/** The hunks as far as they are shown. */
function cut(hunks: FileDiff["hunks"]): FileDiff["hunks"] {
  let left = mostLines;
  const shown = hunks.map((hunk) => {
    const part = hunk.slice(0, left);
    left -= part.length;
    return part;
  });
  return shown.filter((hunk) => hunk.length > 0);
}

function renderLine({ sign, before, after, text }: DiffLine): Html {
  return html`<tr class="${said[sign]}"><td class="line">${before ?? ""}</td><td class="line">${after ?? ""}</td><td class="sign">${sign}</td><td class="code">${text}</td></tr>`;
}
