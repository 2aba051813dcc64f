import assert from "node:assert/strict";
import { test } from "node:test";
import { splitPost } from "../../../src/verification/evidence/split-post.ts";

const post = `---
title: "A title. With two sentences."
linkedin: |-
  Not the post. Not either.
---

Nobody looked *there*. See [the log](https://example.org/a.b?c) of 3.5 hours.

## A heading. Not counted.

> We lost the weekend. And nobody
> knew why.  
> — Maya Okafor, 0:12

- First item. Still first.
- Second item

\`\`\`sh
code. Is none.
\`\`\`

> [!NOTE]
> A box of the editor's.

| a cell | another |
| --- | --- |

[ref]: https://example.org
<!-- a comment. hidden. -->
Last &lt;one&gt;!
`;

test("a post is split into the sentences that people read, with their lines", () => {
  const shown = splitPost(post).map(
    ({ firstLine, lastLine, text, isQuoted }) =>
      `${firstLine}-${lastLine}${isQuoted ? " >" : ""} ${text.trim()}`,
  );
  assert.deepEqual(shown, [
    "7-7 Nobody looked *there*.",
    "7-7 See the log of 3.5 hours.",
    "11-11 > We lost the weekend.",
    "11-12 > And nobody knew why.",
    "15-15 First item.",
    "15-15 Still first.",
    "16-16 Second item",
    "23-23 A box of the editor's.",
    "25-25 a cell another",
    "30-30 Last <one&gt;!",
  ]);
});

test("offsets are those of the file, whatever its line ends and marks", () => {
  for (const file of [post, post.replaceAll("\n", "\r\n")])
    for (const { start, end, words } of splitPost(file)) {
      const slice = file.slice(start, end);
      assert.ok(slice.startsWith(slice.trim().slice(0, 1)));
      assert.match(slice.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""), new RegExp(words[0] ?? "-"));
      assert.ok(
        slice
          .toLowerCase()
          .replaceAll("'", "")
          .includes(words.at(-1) ?? "-"),
      );
    }
});

test("a file of nothing and one of code have no sentences; code that never ends hides none", () => {
  for (const file of ["", "---\ntitle: x\n---\n", "```\nOpen. For ever.\n```"])
    assert.deepEqual(splitPost(file), []);
  assert.equal(splitPost("```\nOpen. For ever.").length, 2);
});
