import { randomBytes } from "node:crypto";
import type { Answer } from "../../http-answer.ts";
import { makeApp } from "../make-app.ts";
import { newIdentity, userOf, type World } from "../state.ts";
import { type Html, html, htmlAnswer, redirectAnswer } from "./html.ts";
import type { Page, Visit } from "./page.ts";
import { type Manifest, readManifest } from "./read-manifest.ts";

/** A code is good for one hour (docs.github.com, "Registering a GitHub App from a manifest"). */
const codeLifeMs = 3_600_000;

/**
 * `/settings/apps/new` and `/organizations/ORG/settings/apps/new`. A manifest that is posted is shown with a
 * name to choose and one button; the button posts the same again with `confirm`, and so may a program at once.
 */
export const registerApp: Page = {
  // The page of the App that is to be registered posts it.
  forms: "from anywhere",
  path: /^(?:\/organizations\/([\w-]+))?\/settings\/apps\/new$/,
  answer: async (world, visit) => {
    const given = visit.form?.get("manifest");
    if (typeof given !== "string")
      return askToConfirm(html`<label>Manifest <textarea name="manifest"></textarea></label>`);
    const manifest = readManifest(given);
    if (manifest.kind === "wrong") return refuse(manifest.error);
    const name = visit.form?.get("name") ?? manifest.value.name ?? "";
    if (!visit.form?.has("confirm")) return askToConfirm(renderFields(given, name));
    const trouble = judgeName(name);
    if (trouble) return refuse(trouble);
    const code = await register(world, manifest.value, name, visit);
    const target = new URL(manifest.value.redirect_url);
    target.searchParams.set("code", code);
    const state = visit.query.get("state");
    if (state !== null) target.searchParams.set("state", state);
    return redirectAnswer(target.href);
  },
};

async function register(world: World, manifest: Manifest, name: string, visit: Visit): Promise<string> {
  const owner = userOf(world, visit.captured[0] ?? world.app.owner.login);
  if (!owner) throw new Error("That is not a login");
  if (visit.captured[0] !== undefined) owner.type = "Organization";
  const app = await makeApp({
    id: newIdentity(world, "A").id,
    hookId: newIdentity(world, "H").id,
    botId: newIdentity(world, "BOT").id,
    clientId: `Iv23${randomBytes(8).toString("hex")}`,
    name,
    owner,
    webhookUrl: manifest.hook_attributes?.active === false ? undefined : manifest.hook_attributes?.url,
    permissions: { ...manifest.default_permissions, metadata: "read" },
    events: manifest.default_events,
  });
  const code = randomBytes(20).toString("hex");
  world.registrations.set(code, { app, expiresAt: Date.now() + codeLifeMs });
  return code;
}

/** docs.github.com, "Registering a GitHub App": at most 34 characters. */
function judgeName(name: string): string | undefined {
  if (!/[a-z\d]/i.test(name)) return "Name can't be blank";
  return name.length > 34 ? "Name is too long (maximum is 34 characters)" : undefined;
}

function renderFields(manifest: string, name: string): Html {
  return html`<input type="hidden" name="manifest" value="${manifest}"><input type="hidden" name="confirm" value="yes"><label>GitHub App name <input name="name" value="${name}"></label>`;
}

/** The form posts to the address of its page, and so keeps the state. */
function askToConfirm(fields: Html): Promise<Answer> {
  const body = html`<h1>Create GitHub App</h1><form method="post">${fields} <button>Create</button></form>`;
  return htmlAnswer(200, { title: "Create GitHub App", body });
}

/** The words are GitHub's (public thread vikasprogrammer/agentric#317); the status is ours. */
function refuse(error: string): Promise<Answer> {
  const title = "Invalid GitHub App configuration";
  const sentence = "The configuration does not appear to be a valid GitHub App manifest.";
  const body = html`<h1>${title}</h1><p>${sentence}</p><p>Error ${error}</p>`;
  return htmlAnswer(422, { title, body });
}
