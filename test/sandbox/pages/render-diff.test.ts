import assert from "node:assert/strict";
import { test } from "node:test";
import type { DiffLine, FileDiff } from "../../../src/sandbox/github/git/parse-diff.ts";
import type { Place } from "../../../src/sandbox/github/pages/frame-repository.ts";
import { renderDiff } from "../../../src/sandbox/github/pages/render-diff.ts";
import type { PullRequest } from "../../../src/sandbox/github/state.ts";

const line = (after: number): DiffLine => ({ sign: "+", before: undefined, after, text: `line ${after}` });
const hunk = (count: number) => Array.from({ length: count }, (_, index) => line(index + 1));

async function render(hunks: FileDiff["hunks"]): Promise<string> {
  const file: FileDiff = { path: "a.md", previousPath: undefined, change: "added", isBinary: false, hunks };
  const pull = { state: "open", pull: { headBranch: "draft", headOid: "0" } } as PullRequest;
  return String(await renderDiff({ name: "acme/blog" } as Place, pull, [file]));
}

test("a huge change is cut, over all of its hunks, and says by how much", async () => {
  const page = await render([hunk(1500), hunk(1500), hunk(10)]);
  assert.equal(page.match(/<tr /g)?.length, 2000);
  assert.match(page, /<p class="empty">1010 more lines are not shown here\.<\/p>/);
  assert.match(page, /<span class="plus">\+3010<\/span>/);
});

test("a change that is shown whole says nothing of the kind", async () => {
  assert.doesNotMatch(await render([hunk(2000)]), /more lines/);
});
