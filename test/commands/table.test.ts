import assert from "node:assert/strict";
import { test } from "node:test";
import { commands, renderHelp } from "../../src/commands/table.ts";

test("help on an issue lists what works there", () => {
  assert.equal(
    renderHelp("issue"),
    [
      "A command stands alone on the first line of a new comment. It needs write permission on this repository.",
      "",
      "- `/draft`: write a post from the sources that this issue names, and open a draft pull request; `/draft 2` takes the second angle that was proposed",
      "- `/angles`: propose three angles with the passages that carry them, and say what earlier posts cover",
      "- `/help`: show this list",
    ].join("\n"),
  );
});

test("help on a pull request does not list what only an issue takes", () => {
  assert.doesNotMatch(renderHelp("pull-request"), /\/draft/);
  assert.match(renderHelp("pull-request"), /\/help/);
});

test("no command stands in the table twice", () => {
  const names = commands.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});
