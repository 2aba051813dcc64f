import type { Answer } from "../../http-answer.ts";
import type { Repository, World } from "../state.ts";
import { findRepository } from "../world.ts";
import { type Frame, type Html, html, htmlAnswer } from "./html.ts";
import type { Visit } from "./page.ts";
import { personOn, renderPersons } from "./switch-person.ts";

/** Where a visitor stands: in a repository, as somebody. */
export type Place = {
  readonly world: World;
  readonly repository: Repository;
  /** `owner/name` */
  readonly name: string;
  readonly person: string;
};

/** The place that the first two captures of a path name. */
export function findPlace(world: World, visit: Visit): Place | undefined {
  const [owner = "", repositoryName = ""] = visit.captured;
  const repository = findRepository(world, owner, repositoryName);
  if (!repository) return undefined;
  const name = `${repository.owner.login}/${repository.name}`;
  return { world, repository, name, person: personOn(repository, visit) };
}

/** A page of a repository, with the way back and whom the visitor plays. */
export function repositoryAnswer(
  place: Place,
  page: {
    readonly title: string;
    readonly path: string;
    readonly body: Html;
    readonly status?: number;
    readonly next?: Frame["next"];
  },
): Promise<Answer> {
  const { world, repository, name, person } = place;
  const here = page.path === `/${name}` ? html` aria-current="page"` : "";
  const navigation = html`<nav aria-label="Site"><a href="/${name}"${here}>${name}</a> <a href="/linkedin/feed">LinkedIn feed</a></nav>
${renderPersons(world, repository, person, page.path)}`;
  const { title, body, next } = page;
  return htmlAnswer(page.status ?? 200, { title: `${title} · ${name}`, navigation, body, next });
}

/** What the API refused, above the page that asked for it. */
export function renderRefusal(refusal: string | undefined): Html {
  return refusal === undefined
    ? html``
    : html`<p class="refusal" role="alert"><strong>GitHub refused:</strong> ${refusal}</p>`;
}
