import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../src/errors.ts";
import { chooseNames } from "../../src/pull-request/choose-names.ts";

const plan = {
  slug: "a",
  day: "2026-05-05",
  branchPattern: "blog/{slug}",
  content: { directory: "posts/", filename: "{date}-{slug}.md" },
};

const cases: readonly [string, readonly string[], readonly string[], string, string][] = [
  ["nothing", [], [], "blog/a", "posts/2026-05-05-a.md"],
  ["other names", ["blog/b", "blog/ab", "blog/a-2"], ["posts/a.md"], "blog/a", "posts/2026-05-05-a.md"],
  ["the branch", ["blog/a"], [], "blog/a-2", "posts/2026-05-05-a-2.md"],
  ["the branch in capitals", ["Blog/A", "blog/a-2"], [], "blog/a-3", "posts/2026-05-05-a-3.md"],
  ["the post", [], ["posts/2026-05-05-A.md"], "blog/a-2", "posts/2026-05-05-a-2.md"],
  [
    "the branch and the next post",
    ["blog/a"],
    ["posts/2026-05-05-a-2.md"],
    "blog/a-3",
    "posts/2026-05-05-a-3.md",
  ],
  ["a branch below", ["blog/a/wip"], [], "blog/a-2", "posts/2026-05-05-a-2.md"],
];

for (const [what, branches, files, branch, file] of cases) {
  test(`where ${what} is taken, both names go together`, () => {
    const names = chooseNames({ ...plan, taken: { branches, files } });
    assert.deepEqual([names.branch, names.file], [branch, file]);
  });
}

test("a branch under which none can stand is a person's to move", () => {
  assert.throws(
    () => chooseNames({ ...plan, taken: { branches: ["Blog"], files: [] } }),
    new UserError(
      "The branch `Blog` leaves no room for one below it: rename it, or change `branch` in `.github/galley.yml`.",
    ),
  );
});
