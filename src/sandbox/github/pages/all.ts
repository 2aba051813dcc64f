import type { IncomingMessage, ServerResponse } from "node:http";
import { readRequestBody, sendAnswer } from "../../http-answer.ts";
import { isForeign } from "../../own-requests.ts";
import type { World } from "../state.ts";
import { assets } from "./assets.ts";
import { editFile } from "./edit-file.ts";
import { home } from "./home.ts";
import { html, htmlAnswer } from "./html.ts";
import { installApp } from "./install-app.ts";
import { newIssue } from "./new-issue.ts";
import { notFound } from "./not-found.ts";
import type { Page } from "./page.ts";
import { registerApp } from "./register-app.ts";
import { showFile } from "./show-file.ts";
import { showInstallation } from "./show-installation.ts";
import { showIssue } from "./show-issue.ts";
import { showPullRequest } from "./show-pull-request.ts";
import { showRepository } from "./show-repository.ts";
import { readLogin, switchPerson } from "./switch-person.ts";

/** The pages that the sandbox has learned. A new page is a new file and a line here, above the last. */
const pages: readonly Page[] = [
  assets,
  home,
  switchPerson,
  installApp,
  registerApp,
  showInstallation,
  newIssue,
  showIssue,
  showPullRequest,
  editFile,
  showFile,
  showRepository,
  notFound,
];

/** Serves the pages that a person would use in a browser; true when it answered. */
export async function answerPage(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  if (request.method !== "GET" && request.method !== "POST") return false;
  for (const page of pages) {
    const [path, ...captured] = page.path.exec(url.pathname) ?? [];
    if (path === undefined || (request.method === "POST" && page.forms === "none")) continue;
    if (request.method === "POST" && page.forms === "own" && isForeign(request)) {
      await sendAnswer(response, await refuseForeignForm());
      return true;
    }
    const body = (await readRequestBody(request)).toString();
    const form = request.method === "POST" ? new URLSearchParams(body) : undefined;
    const login = readLogin(request.headers.cookie);
    const answer = await page.answer(world, { captured, query: url.searchParams, form, login });
    if (!answer) continue;
    await sendAnswer(response, answer);
    return true;
  }
  return false;
}

/** Nobody has a password here, so a form of some other site would act as whoever this browser plays. */
function refuseForeignForm() {
  const body = html`<h1>Not from here</h1><p>This form was sent by a page of another site.</p>`;
  return htmlAnswer(403, { title: "Not from here", body });
}
