import type { IncomingMessage, ServerResponse } from "node:http";
import { readRequestBody, sendAnswer } from "../../http-answer.ts";
import type { World } from "../state.ts";
import { installApp } from "./install-app.ts";
import type { Page } from "./page.ts";
import { registerApp } from "./register-app.ts";

/** The pages that the sandbox has learned. A new page is a new file and a line here. */
const pages: readonly Page[] = [installApp, registerApp];

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
    if (path === undefined) continue;
    const body = (await readRequestBody(request)).toString();
    const form = request.method === "POST" ? new URLSearchParams(body) : undefined;
    await sendAnswer(response, await page.answer(world, { captured, query: url.searchParams, form }));
    return true;
  }
  return false;
}
