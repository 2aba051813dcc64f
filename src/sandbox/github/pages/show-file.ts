import { decodePart } from "./decode-path.ts";
import { findPlace, type Place, repositoryAnswer } from "./frame-repository.ts";
import { type Html, html, raw } from "./html.ts";
import type { Page } from "./page.ts";
import { renderMarkdown } from "./render-markdown.ts";

/** `/OWNER/REPO/blob/REF/PATH`: a file; Markdown as it will be read unless `?plain=1`, and `?lines=4-9` marks some. */
export const showFile: Page = {
  forms: "none",
  path: /^\/([\w.-]+)\/([\w.-]+)\/blob\/([^/]+)\/(.+)$/,
  answer: async (world, visit) => {
    const place = findPlace(world, visit);
    if (!place) return undefined;
    const [, , ref = "", path = ""] = visit.captured.map(decodePart);
    const commit = await place.repository.git.read(ref);
    const entry = commit && (await place.repository.git.entryAt(commit.oid, path));
    const blob = entry?.type === "blob" ? await place.repository.git.read(entry.oid) : undefined;
    if (!blob) return undefined;
    const text = blob.content.toString();
    const isMarkdown = /\.(?:md|markdown)$/i.test(path) && !visit.query.has("plain");
    const here = `/${place.name}/blob/${encodeURIComponent(ref)}/${path.split("/").map(encodeURIComponent).join("/")}`;
    const other = isMarkdown
      ? html`<a href="${here}?plain=1">Lines</a>`
      : html`<a href="${here}">As it will be read</a>`;
    const shown = isMarkdown
      ? await renderPost(place, text)
      : renderLines(text, visit.query.get("lines") ?? "");
    return await repositoryAnswer(place, {
      title: path,
      path: here,
      body: html`<div class="heading"><h1 class="path">${path}</h1><p class="meta">at <code>${/^[\da-f]{40}$/.test(ref) ? ref.slice(0, 7) : ref}</code> · ${other}</p></div>${shown}`,
    });
  },
};

/** The front matter as it stands, above the text as it will be read. */
async function renderPost(place: Place, text: string): Promise<Html> {
  const [whole = "", matter] = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(text) ?? [];
  const front =
    matter === undefined
      ? ""
      : html`<details open><summary>Front matter</summary><pre><code>${matter}</code></pre></details>`;
  return html`${front}<div class="markdown post-text">${raw(await renderMarkdown(text.slice(whole.length), place))}</div>`;
}

function renderLines(text: string, wanted: string): Html {
  const [first = 0, last = first] = wanted.split("-").map(Number);
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const rows = lines.map((line, index) => {
    const number = index + 1;
    const mark = number >= first && number <= last ? html` class="marked"` : "";
    return html`<tr id="L${number}"${mark}><td class="line">${number}</td><td class="code">${line}</td></tr>`;
  });
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Lines of the file"><table class="diff"><tbody>${rows}</tbody></table></div>`;
}
