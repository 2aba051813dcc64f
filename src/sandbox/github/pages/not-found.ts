import { findRepository } from "../world.ts";
import { html, htmlAnswer } from "./html.ts";
import type { Page } from "./page.ts";

/**
 * What an address of a kind that is known does not lead to: GitHub says 404. A kind of page that nobody learned is
 * left to who answers 501. It stands last.
 */
export const notFound: Page = {
  forms: "none",
  path: /^\/([\w.-]+)\/([\w.-]+)(?:\/(?:issues|pull)\/\d+|\/(?:blob|edit)\/.+)?$/,
  answer: (world, { captured: [owner = "", name = ""] }) => {
    const isKnown = world.repositories.some((one) => one.owner === world.users.get(owner.toLowerCase()));
    if (!isKnown) return undefined;
    const repository = findRepository(world, owner, name);
    const path = repository ? `/${repository.owner.login}/${repository.name}` : "/";
    const body = html`<h1>Not Found</h1><p>Nothing stands at this address. <a href="${path}">Go to ${repository ? path.slice(1) : "the repositories"}</a></p>`;
    return htmlAnswer(404, { title: "Not Found", body });
  },
};
