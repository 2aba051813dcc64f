import { isInstalledOn } from "../permissions.ts";
import { html, htmlAnswer } from "./html.ts";
import type { Page } from "./page.ts";

/** `/settings/installations/ID`: where somebody lands who has installed the App, with what it may see and do. */
export const showInstallation: Page = {
  forms: "none",
  path: /^\/settings\/installations\/(\d+)$/,
  answer: (world, { captured }) => {
    const installation = world.installations.get(Number(captured[0]));
    if (!installation) return htmlAnswer(404, { title: "Not Found", body: html`<h1>Not Found</h1>` });
    const { account, suspended } = installation;
    const title = `${world.app.name} on ${account.login}`;
    const repositories = world.repositories
      .filter((repository) => isInstalledOn(installation, repository))
      .map(({ name }) => `${account.login}/${name}`)
      .map((path) => html`<li><a class="title" href="/${path}">${path}</a></li>`);
    const permissions = Object.entries(world.app.permissions).map(
      ([name, access]) => html`<li>${name}: ${access}</li>`,
    );
    const body = html`<h1>${title}</h1><p>${suspended ? "Suspended." : "Installed."}</p><h2>Repositories</h2><ul class="rows">${repositories}</ul><h2>Permissions</h2><ul>${permissions}</ul>`;
    return htmlAnswer(200, { title, body });
  },
};
