import assert from "node:assert/strict";
import { test } from "node:test";
import { describeNothingRead } from "../../../../src/jobs/tasks/reading/describe-nothing-read.ts";

const unread = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ path: `${index}.md`, reason: "it is empty" }));

test("a few are one sentence, more are a list", () => {
  assert.equal(
    describeNothingRead(unread(2)),
    "Nothing was drafted, because none of the sources could be read: `0.md` (it is empty); `1.md` (it is empty).",
  );
  assert.equal(describeNothingRead(unread(4)).split("\n").length, 1);
  assert.deepEqual(describeNothingRead(unread(5)).split("\n").slice(0, 2), [
    "Nothing was drafted, because none of the sources could be read:",
    "- `0.md`: it is empty",
  ]);
});

test("an issue that names no source is told how to name one", () => {
  assert.match(describeNothingRead([]), /^Nothing was drafted: this issue names no source\. Put the path/);
});

test("a name cannot leave its code span", () => {
  assert.match(describeNothingRead([{ path: "a`@b.md", reason: "x" }]), /: `` a`@b\.md `` \(x\)\.$/);
});
