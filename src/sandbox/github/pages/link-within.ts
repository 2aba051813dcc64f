import type { Element, ElementContent, Root, Text } from "hast";

/** Where GitHub leaves text alone. */
const untouched = new Set(["a", "code", "pre"]);

/**
 * Makes links of `#12`, and lets links to lines of a file say the lines in the query too: what follows `#` never
 * reaches a server, and without scripts nobody else could mark them.
 */
export function linkWithin(tree: Root, name: string, hostUrl: string): void {
  visit(tree, name, hostUrl);
}

function visit(parent: Root | Element, name: string, hostUrl: string): void {
  const children: (typeof parent.children)[number][] = [];
  for (const child of parent.children) {
    if (child.type === "text") children.push(...splitNumbers(child, name));
    else children.push(child);
    if (child.type !== "element") continue;
    if (child.tagName === "a") nameLines(child, hostUrl);
    if (!untouched.has(child.tagName)) visit(child, name, hostUrl);
  }
  parent.children = children as Element["children"];
}

function splitNumbers({ value }: Text, name: string): ElementContent[] {
  return value.split(/(?<![\w/&#])(#\d+)\b/).map((part, index): ElementContent => {
    if (index % 2 === 0) return { type: "text", value: part };
    const href = `/${name}/issues/${part.slice(1)}`;
    return { type: "element", tagName: "a", properties: { href }, children: [{ type: "text", value: part }] };
  });
}

function nameLines({ properties }: Element, hostUrl: string): void {
  const url = URL.parse(String(properties.href), hostUrl);
  const [, first, last = first] = /^#L(\d+)(?:-L(\d+))?$/.exec(url?.hash ?? "") ?? [];
  if (!url || url.origin !== hostUrl || first === undefined) return;
  url.searchParams.set("lines", `${first}-${last}`);
  url.hash = `#L${first}`;
  properties.href = url.href;
}
