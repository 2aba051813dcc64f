import type { Element, Nodes, Root, Text } from "hast";
import rehypeRaw from "rehype-raw";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { parsePostFile } from "../../../src/pull-request/post-file.ts";

/** Something that people or machines read, and how it is read there. */
export type Surface = {
  readonly place: string;
  readonly kind: "markdown" | "line" | "post" | "little-text" | "path";
  readonly text: string;
};

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw);

/** What a draft, its pull request and its evidence are made of. */
const plainElements = new Set(
  "p strong em ul ol li a code pre details summary hr br h2 h3 blockquote div".split(" "),
);
const ourMarker = /^ ?galley:v1 [\w -]+ ?$/;
const mention = /(?<![\p{L}\p{N}._%+`-])@[\p{L}\p{N}]/u;
const reference = /(?<![\p{L}\p{N}&])#\d|\bGH-\d/iu;
const closing = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:[\w./-]*#\d|https?:|GH-\d)/iu;
/** Our own word break, U+200B, is not among them. */
const hidden = /[\u00AD\u061C\u180E\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;
const template = /\{\{|\{%|<%/;
const postKeys = ["title", "date", "description", "series", "draft", "linkedin"];

/** What is live on a surface, in words; nothing where it is only text. Not Galley's own rules: GitHub's, a browser's and LinkedIn's. */
export function findLive(surface: Surface, allowedHosts: readonly string[]): string[] {
  switch (surface.kind) {
    case "path":
      return /^[\w./-]+$/.test(surface.text) ? [] : ["a path that is more than letters"];
    case "line":
      return findInLine(surface.text);
    case "markdown":
      return findInMarkdown(surface.text, allowedHosts, true);
    case "little-text":
      return findInLittleText(surface.text, allowedHosts);
    case "post":
      return findInPost(surface.text, allowedHosts);
  }
}

function findInLine(text: string): string[] {
  return [
    ...(mention.test(text) ? ["a mention"] : []),
    ...(closing.test(text) ? ["a word that closes"] : []),
    ...(reference.test(text) ? ["a reference"] : []),
    ...(hidden.test(text) ? ["a hidden character"] : []),
    ...(/[\r\n]/.test(text) ? ["a line break"] : []),
  ];
}

function findInMarkdown(markdown: string, allowedHosts: readonly string[], isGithub: boolean): string[] {
  const tree = parser.runSync(parser.parse(markdown)) as Root;
  const found = new Set<string>(hidden.test(markdown) ? ["a hidden character"] : []);
  const look = (node: Nodes, isCode: boolean): void => {
    if (node.type === "comment" && !ourMarker.test(node.value)) found.add("a comment");
    if (node.type === "element") for (const one of judgeElement(node, allowedHosts)) found.add(one);
    if (node.type === "text" && isGithub && !isCode) for (const one of judgeText(node)) found.add(one);
    if ("children" in node)
      for (const child of node.children)
        look(child as Nodes, isCode || (node.type === "element" && /^(?:code|pre)$/.test(node.tagName)));
  };
  look(tree, false);
  return [...found];
}

function judgeText({ value }: Text): string[] {
  return findInLine(value.replaceAll(/[\r\n]+/g, " "));
}

function judgeElement({ tagName, properties }: Element, allowedHosts: readonly string[]): string[] {
  if (tagName === "img") return ["an image"];
  const found = plainElements.has(tagName) ? [] : [`an element ${tagName}`];
  if (Object.keys(properties).some((name) => /^on/i.test(name))) found.push("an event");
  if (tagName !== "a") return found;
  return [...found, ...judgeAddress(String(properties.href ?? ""), allowedHosts)];
}

function judgeAddress(href: string, allowedHosts: readonly string[]): string[] {
  const url = URL.parse(href, "https://own.example/");
  if (!url || !/^https?:$/.test(url.protocol)) return ["an address that is no page"];
  return ["own.example", ...allowedHosts].includes(url.host) ? [] : ["a link to elsewhere"];
}

function findInLittleText(text: string, allowedHosts: readonly string[]): string[] {
  const addresses = text.match(/(?:https?:\/\/|www\.)\S+/gi) ?? [];
  return [
    ...addresses.flatMap((address) => judgeAddress(address.replace(/^www\./i, "https://www."), allowedHosts)),
    ...(/(?<!\\)@\\?\[|(?<!\\)\{hashtag/.test(text) ? ["a mention"] : []),
    ...(hidden.test(text) ? ["a hidden character"] : []),
  ];
}

function findInPost(text: string, allowedHosts: readonly string[]): string[] {
  const { data, markdown } = parsePostFile(text);
  const keys = Object.keys(data).filter((key) => !postKeys.includes(key));
  const values = Object.values(data).filter((value) => typeof value === "string");
  return [
    ...(keys.length > 0 ? [`front matter ${keys.join(", ")}`] : []),
    ...values.flatMap((value) => [
      ...(/<[a-z!/?]/i.test(value) ? ["HTML in front matter"] : []),
      ...(hidden.test(value) ? ["a hidden character"] : []),
    ]),
    ...(template.test(markdown) ? ["template code"] : []),
    ...findInMarkdown(markdown, allowedHosts, false),
  ];
}
