/** What a browser has before it: no redirect is followed. */
export type Answered = {
  readonly url: string;
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
};

/** A form as it stands in a page. */
export type Form = { readonly action: string; readonly fields: Readonly<Record<string, string>> };

/** Opens an address. */
export async function visit(url: string, init: RequestInit = {}): Promise<Answered> {
  const response = await fetch(url, { ...init, redirect: "manual" });
  const location = response.headers.get("location");
  return { url, status: response.status, location, text: await response.text() };
}

/** Presses the button of a form, with some fields filled in otherwise. */
export function post(form: Form, fields: Record<string, string> = {}): Promise<Answered> {
  return visit(form.action, { method: "POST", body: new URLSearchParams({ ...form.fields, ...fields }) });
}

/** The first form of this method in a page, with the values that it has. */
export function readForm(page: Answered, method = "post"): Form {
  const pattern = /<form method="(\w+)"(?: action="([^"]*)")?>([\s\S]*?)<\/form>/g;
  const found = [...page.text.matchAll(pattern)].find(([, given]) => given === method);
  if (!found) throw new Error(`There is no such form: ${page.text}`);
  const [, , action = "", content = ""] = found;
  const inputs = content.matchAll(/<input[^>]*? name="([^"]*)"(?: value="([^"]*)")?/g);
  const fields = Object.fromEntries([...inputs].map(([, name, value = ""]) => [name, decode(value)]));
  return { action: new URL(decode(action), page.url).href, fields };
}

function decode(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
