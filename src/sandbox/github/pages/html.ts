import { html, raw } from "hono/html";
import type { Answer } from "../../http-answer.ts";
import { styleSheets } from "./assets.ts";

/** A piece of a page; what was put into it is escaped. */
export type Html = ReturnType<typeof html>;

export { html, raw };

/** Nothing is loaded from elsewhere and no script runs, whatever somebody writes into a comment. */
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

/** What stands around every page. */
export type Frame = {
  readonly title: string;
  /** The line below the site's name: where this page stands. */
  readonly navigation?: Html | undefined;
  /** Where the browser goes by itself, after so many seconds. */
  readonly next?: { readonly seconds: number; readonly path: string } | undefined;
  readonly body: Html;
};

/** A page of the web interface. */
export async function htmlAnswer(status: number, frame: Frame): Promise<Answer> {
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${frame.next ? html`<meta http-equiv="refresh" content="${frame.next.seconds}; url=${frame.next.path}">` : ""}
<title>${frame.title} · Sandbox</title>
<link rel="icon" href="data:,">
${styleSheets.map((path) => html`<link rel="stylesheet" href="${path}">`)}
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header><div class="bar"><a class="brand" href="/">Sandbox</a>${frame.navigation ?? ""}</div></header>
<main id="content">${frame.body}</main>
<footer>A GitHub and a LinkedIn that run on this machine alone. Nothing here reaches the real ones.</footer>
</body>
</html>`;
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
    body: Buffer.from(String(page)),
  };
}

/** Where the browser is to go next, with GET. */
export function redirectAnswer(location: string, headers: Record<string, string> = {}): Answer {
  return { status: 302, headers: { location, ...headers }, body: Buffer.alloc(0) };
}
