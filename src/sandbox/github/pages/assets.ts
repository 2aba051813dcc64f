import { readFile } from "node:fs/promises";
import type { Page } from "./page.ts";

const own = ["colours", "frame", "text", "lists", "forms", "diff"];

/** The style sheets in their order: a classless one for everything, then what a GitHub has beyond it. */
const files: ReadonlyMap<string, URL> = new Map([
  ["simple.css", new URL("./simple.min.css", import.meta.resolve("simpledotcss"))],
  ...own.map((name) => [`${name}.css`, new URL(`./styles/${name}.css`, import.meta.url)] as const),
]);

export const styleSheets: readonly string[] = [...files.keys()].map((name) => `/assets/${name}`);

/** `/assets/NAME`. */
export const assets: Page = {
  forms: "none",
  path: /^\/assets\/([a-z]+\.css)$/,
  answer: async (_world, { captured: [name = ""] }) => {
    const file = files.get(name);
    if (!file) return undefined;
    const headers = { "content-type": "text/css; charset=utf-8", "x-content-type-options": "nosniff" };
    return { status: 200, headers, body: await readFile(file) };
  },
};
