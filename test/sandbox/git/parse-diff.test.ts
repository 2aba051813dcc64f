import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDiff } from "../../../src/sandbox/github/git/parse-diff.ts";

const text = `diff --git a/notes/a talk.md b/notes/a talk.md
index 1111111..2222222 100644
--- a/notes/a talk.md\t
+++ b/notes/a talk.md\t
@@ -1,3 +1,3 @@ heading
 first
--- second
+++ third
 last
\\ No newline at end of file
@@ -10 +10,2 @@
 ten
+eleven
diff --git a/old.md b/new.md
similarity index 100%
rename from old.md
rename to new.md
diff --git a/empty file b/empty file
new file mode 100644
index 0000000..e69de29
diff --git a/gone.md b/gone.md
deleted file mode 100644
index 1111111..0000000
--- a/gone.md
+++ /dev/null
@@ -1 +0,0 @@
-text
diff --git a/picture.png b/picture.png
new file mode 100644
index 0000000..3333333
Binary files /dev/null and b/picture.png differ
`;

test("files with their names, what happened to them, and lines with their numbers on both sides", () => {
  const files = parseDiff(text).map(({ hunks, ...file }) => ({
    ...file,
    hunks: hunks.map((lines) =>
      lines.map((line) => `${line.before ?? ""}|${line.after ?? ""}|${line.sign}${line.text}`),
    ),
  }));
  const plain = { previousPath: undefined, isBinary: false };
  assert.deepEqual(files, [
    {
      ...plain,
      path: "notes/a talk.md",
      change: "modified",
      hunks: [
        ["1|1| first", "2||--- second", "|2|+++ third", "3|3| last"],
        ["10|10| ten", "|11|+eleven"],
      ],
    },
    { ...plain, path: "new.md", previousPath: "old.md", change: "renamed", hunks: [] },
    { ...plain, path: "empty file", change: "added", hunks: [] },
    { ...plain, path: "gone.md", change: "removed", hunks: [["1||-text"]] },
    { ...plain, path: "picture.png", change: "added", isBinary: true, hunks: [] },
  ]);
});

test("a name that git puts between quotes is read as it is", () => {
  const added = String.raw`diff --git "a/say \"a\\b\".md" "b/say \"a\\b\".md"
new file mode 100644
index 0000000..e69de29
--- /dev/null
+++ "b/say \"a\\b\".md"
@@ -0,0 +1 @@
+"as it \" stands"
`;
  const [file] = parseDiff(added);
  assert.equal(file?.path, String.raw`say "a\b".md`);
  assert.equal(file?.hunks[0]?.[0]?.text, String.raw`"as it \" stands"`);
});
