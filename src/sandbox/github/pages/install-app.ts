import { emitInstallation } from "../events.ts";
import { userOf } from "../state.ts";
import { installFor } from "../world.ts";
import { htmlAnswer, redirectAnswer } from "./html.ts";
import type { Page } from "./page.ts";

/** `/apps/SLUG/installations/new`: where the owner of an account installs the App on it. */
export const installApp: Page = {
  path: /^\/apps\/([\w-]+)\/installations\/new$/,
  answer: (world, { captured, form }) => {
    if (captured[0] !== world.app.slug) return htmlAnswer(404, "Not Found", "");
    const account = form && userOf(world, form.get("account") ?? "");
    if (!account) {
      const field = `<label>Account <input name="account"></label>`;
      const body = `<form method="post">${field} <button>Install</button></form>`;
      return htmlAnswer(form ? 422 : 200, `Install ${world.app.name}`, body);
    }
    const { installation, fresh } = installFor(world, account);
    if (fresh) emitInstallation(world, account);
    return redirectAnswer(`${world.url}/settings/installations/${installation.id}`);
  },
};
