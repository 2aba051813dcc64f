import type { Source } from "../../sources/source.ts";

/** What a source without speakers is called: its own title, else its file's name. Read as text only. */
export function titleOf(source: Source): string {
  const top = source.text.slice(0, 4000).replace(/\r/g, "");
  const titled =
    /^title:[ \t]*(["']?)([^\n]{1,120})\1[ \t]*$/m.exec(top)?.[2] ??
    /^#[ \t]+([^\n]{1,120})$/m.exec(top)?.[1];
  const plain = (titled ?? "").replace(/\\[uU][0-9A-Fa-f]{4,8}|["`*\\]/g, "").trim();
  if (plain !== "") return plain;
  const file = source.path.split(/[/\\]/).at(-1) ?? source.path;
  return (
    file
      .replace(/\.[A-Za-z]{1,8}$/, "")
      .replace(/[-_]+/g, " ")
      .trim() || "the recording"
  );
}
