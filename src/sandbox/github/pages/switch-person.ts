import { roleOf } from "../permissions.ts";
import { type Repository, userOf, type World } from "../state.ts";
import { type Html, html, redirectAnswer } from "./html.ts";
import type { Page, Visit } from "./page.ts";

const cookieName = "person";

/** `/switch-person`: whom the visitor plays from now on. Nobody has a password. */
export const switchPerson: Page = {
  forms: "own",
  path: /^\/switch-person$/,
  answer: (world, { form }) => {
    const user = form && userOf(world, form.get("login") ?? "");
    const back = form?.get("back") ?? "/";
    // Only ways within this site.
    const location = /^\/(?![/\\])/.test(back) ? back : "/";
    if (!user) return redirectAnswer(location);
    const cookie = `${cookieName}=${encodeURIComponent(user.login)}; Path=/; HttpOnly; SameSite=Lax`;
    return redirectAnswer(location, { "set-cookie": cookie });
  },
};

/** The login in a `cookie` header. */
export function readLogin(header: string | undefined): string | undefined {
  const [, login] = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)`).exec(header ?? "") ?? [];
  return login;
}

/** Whom a visitor plays on the pages of a repository: their choice, else the first who may write to it. */
export function personOn(repository: Repository, { login }: Pick<Visit, "login">): string {
  if (login !== undefined) return login;
  const [writer] = [...repository.collaborators].find(([, role]) => role !== "read") ?? [];
  return writer ?? repository.owner.login;
}

/** The form in which a visitor chooses whom to play. */
export function renderPersons(world: World, repository: Repository, person: string, back: string): Html {
  const known = [...repository.collaborators.keys(), repository.owner.login];
  const logins = known.includes(person) ? known : [person, ...known];
  const options = logins.map((login) => {
    const role = roleOf(repository, login) ?? "no access";
    const shown = userOf(world, login)?.login ?? login;
    return html`<option value="${shown}"${login === person ? html` selected` : ""}>${shown} (${role})</option>`;
  });
  return html`<form method="post" action="/switch-person" class="person">
<input type="hidden" name="back" value="${back}">
<label>You are <select name="login">${options}</select></label> <button>Switch</button>
</form>`;
}
