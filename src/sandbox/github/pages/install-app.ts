import { emitInstallation } from "../events.ts";
import { userOf } from "../state.ts";
import { installFor } from "../world.ts";
import { html, htmlAnswer, redirectAnswer } from "./html.ts";
import type { Page } from "./page.ts";

/** `/apps/SLUG/installations/new`: where the owner of an account installs the App on it. */
export const installApp: Page = {
  forms: "own",
  path: /^\/apps\/([\w-]+)\/installations\/new$/,
  answer: (world, { captured, form }) => {
    if (captured[0] !== world.app.slug)
      return htmlAnswer(404, { title: "Not Found", body: html`<h1>Not Found</h1>` });
    const account = form && userOf(world, form.get("account") ?? "");
    if (!account) {
      const title = `Install ${world.app.name}`;
      const body = html`<h1>${title}</h1><form method="post"><label>Account <input name="account"></label> <button>Install</button></form>`;
      return htmlAnswer(form ? 422 : 200, { title, body });
    }
    const { installation, fresh } = installFor(world, account);
    if (fresh) emitInstallation(world, account);
    return redirectAnswer(`${world.url}/settings/installations/${installation.id}`);
  },
};
