import { z } from "zod";
import { actAs } from "../../person.ts";
import { askApi } from "./act-on-page.ts";
import { decodePart } from "./decode-path.ts";
import { findPlace, type Place, renderRefusal, repositoryAnswer } from "./frame-repository.ts";
import { html, redirectAnswer } from "./html.ts";
import type { Page } from "./page.ts";

/** What the API says of a file; of a folder it says a list. */
const File = z.object({ content: z.string(), sha: z.string() });

/** `/OWNER/REPO/edit/BRANCH/PATH`: the pencil. What is written becomes one commit on that branch. */
export const editFile: Page = {
  forms: "own",
  path: /^\/([\w.-]+)\/([\w.-]+)\/edit\/([^/]+)\/(.+)$/,
  answer: async (world, visit) => {
    const place = findPlace(world, visit);
    if (!place) return undefined;
    const [, , branch = "", path = ""] = visit.captured.map(decodePart);
    const file = { branch, path };
    const { body } = await actAs(world.url, place.person).request(
      "GET",
      `/repos/${place.name}/contents/${encodePath(path)}?ref=${encodeURIComponent(branch)}`,
    );
    const { data } = File.safeParse(body);
    const standing = data && Buffer.from(data.content, "base64").toString();
    // What is not text would come back from the form as something else.
    if (standing === undefined || standing.includes("\0")) return undefined;
    if (!visit.form) return await render(place, file, { text: standing, sha: data?.sha ?? "" });
    // A form has CRLF between lines, whatever the file had.
    const lineEnd = standing.includes("\r\n") ? "\r\n" : "\n";
    const text = (visit.form.get("text") ?? "").replaceAll("\r\n", lineEnd);
    const seen = visit.form.get("sha") ?? "";
    const refusal = await askApi(place, {
      method: "PUT",
      path: `/repos/${place.name}/contents/${encodePath(path)}`,
      body: { message: `Edit ${path}`, branch, sha: seen, content: Buffer.from(text).toString("base64") },
    });
    if (refusal !== undefined) return await render(place, file, { text, sha: seen, refusal });
    const pull = place.repository.issues.findLast((one) => one.pull?.headBranch === branch);
    return redirectAnswer(`/${place.name}${pull ? `/pull/${pull.number}#files` : ""}`);
  },
};

function render(
  place: Place,
  { branch, path }: { branch: string; path: string },
  { text, sha, refusal }: { text: string; sha: string; refusal?: string },
) {
  return repositoryAnswer(place, {
    title: `Edit ${path}`,
    path: `/${place.name}/edit/${encodeURIComponent(branch)}/${encodePath(path)}`,
    status: refusal === undefined ? 200 : 422,
    body: html`<div class="heading"><h1 class="path">${path}</h1><p class="meta">on <code>${branch}</code></p></div>${renderRefusal(refusal)}
<form method="post" class="comment"><input type="hidden" name="sha" value="${sha}">
<label for="text">Content</label><textarea id="text" name="text" rows="30" class="code" spellcheck="false">
${text}</textarea>
<button>Commit as ${place.person}</button></form>`,
  });
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
