/** One line of a hunk; a number is undefined on the side that does not have the line. */
export type DiffLine = {
  readonly sign: "+" | "-" | " ";
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly text: string;
};

export type FileDiff = {
  readonly path: string;
  /** Undefined unless the file had another name before. */
  readonly previousPath: string | undefined;
  readonly change: "added" | "removed" | "renamed" | "modified";
  /** Its content is not text, and no lines are given. */
  readonly isBinary: boolean;
  readonly hunks: readonly (readonly DiffLine[])[];
};

/** Reads what `git diff` writes, one entry a file. */
export function parseDiff(text: string): FileDiff[] {
  return text
    .split(/^(?=diff --git )/m)
    .filter((part) => part.startsWith("diff --git "))
    .map(parseFile);
}

function parseFile(part: string): FileDiff {
  const at = part.search(/^@@ /m);
  const head = unquote(at === -1 ? part : part.slice(0, at));
  const find = (pattern: RegExp) => pattern.exec(head)?.[1];
  const removed = find(/^--- a\/(.*?)\t?$/m);
  const renamed = find(/^rename from (.*)$/m);
  // A file without lines (empty, binary) has its name in the first line alone, twice the same.
  const path =
    find(/^\+\+\+ b\/(.*?)\t?$/m) ??
    find(/^rename to (.*)$/m) ??
    removed ??
    find(/^diff --git a\/(.*) b\/\1$/m) ??
    "";
  return {
    path,
    previousPath: renamed,
    change: /^new file/m.test(head)
      ? "added"
      : /^deleted file/m.test(head)
        ? "removed"
        : renamed === undefined
          ? "modified"
          : "renamed",
    isBinary: /^Binary files /m.test(head),
    hunks:
      at === -1
        ? []
        : part
            .slice(at)
            .split(/^(?=@@ )/m)
            .map(parseHunk),
  };
}

/** git puts a name between quotes when it holds one, a backslash or what is no letter; of these, a tab may stand in a name here. */
function unquote(head: string): string {
  const meant: Readonly<Record<string, string>> = { t: "\t", '"': '"', "\\": "\\" };
  return head.replaceAll(/"((?:[^"\\\n]|\\.)*)"/g, (_all, name: string) =>
    name.replaceAll(/\\(.)/g, (all, letter: string) => meant[letter] ?? all),
  );
}

function parseHunk(text: string): DiffLine[] {
  const [head = "", ...lines] = text.split("\n");
  const [, oldStart = 0, newStart = 0] = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(head)?.map(Number) ?? [];
  let before = oldStart;
  let after = newStart;
  const parsed: DiffLine[] = [];
  for (const line of lines) {
    const [sign] = line;
    if (sign !== "+" && sign !== "-" && sign !== " ") continue;
    parsed.push({
      sign,
      before: sign === "+" ? undefined : before++,
      after: sign === "-" ? undefined : after++,
      text: line.slice(1),
    });
  }
  return parsed;
}
