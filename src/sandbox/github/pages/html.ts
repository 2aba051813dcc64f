import type { Answer } from "../../http-answer.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it stands in a page or in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A page of the web interface. */
export function htmlAnswer(status: number, title: string, body: string): Answer {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body><h1>${escapeHtml(title)}</h1>${body}</body></html>`;
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body: Buffer.from(page) };
}

/** Where the browser is to go next, with GET. */
export function redirectAnswer(location: string): Answer {
  return { status: 302, headers: { location }, body: Buffer.alloc(0) };
}
