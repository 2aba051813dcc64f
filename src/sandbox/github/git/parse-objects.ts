/** A line of a tree: `mode` as git writes it in octal, for instance 100644, 120000 or 160000. */
export type TreeEntry = { mode: string; type: "blob" | "tree" | "commit"; oid: string; name: string };

export type Signature = { name: string; email: string; date: string };

export type CommitContent = {
  tree: string;
  parents: readonly string[];
  author: Signature;
  committer: Signature;
  message: string;
};

/** The entries of a tree object. */
export function parseTree(content: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  let at = 0;
  while (at < content.length) {
    const space = content.indexOf(32, at);
    const end = content.indexOf(0, space);
    const mode = content.subarray(at, space).toString().padStart(6, "0");
    const name = content.subarray(space + 1, end).toString();
    const oid = content.subarray(end + 1, end + 21).toString("hex");
    entries.push({ mode, type: typeOf(mode), oid, name });
    at = end + 21;
  }
  return entries;
}

function typeOf(mode: string): TreeEntry["type"] {
  if (mode === "040000") return "tree";
  return mode === "160000" ? "commit" : "blob";
}

/** The headers and the message of a commit object. */
export function parseCommit(content: Buffer): CommitContent {
  const text = content.toString();
  const split = text.indexOf("\n\n");
  const headers = text.slice(0, split).split("\n");
  const value = (name: string) =>
    headers.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? "";
  return {
    tree: value("tree"),
    parents: headers.filter((line) => line.startsWith("parent ")).map((line) => line.slice(7)),
    author: parseSignature(value("author")),
    committer: parseSignature(value("committer")),
    message: text.slice(split + 2),
  };
}

function parseSignature(line: string): Signature {
  const [, name = "", email = "", seconds = "0"] = /^(.*) <(.*)> (\d+) [+-]\d{4}$/.exec(line) ?? [];
  return { name, email, date: `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z` };
}
