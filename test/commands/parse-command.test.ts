import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCommand } from "../../src/commands/parse-command.ts";

test("a command stands alone on the first line, in any case and with any line end", () => {
  for (const comment of [
    "/draft",
    "/DRAFT",
    "/draft ",
    "/draft\t",
    "/draft\nplease",
    "/draft\r\nplease",
    "/draft\r",
  ])
    assert.deepEqual(
      parseCommand(comment, "issue"),
      { kind: "command", name: "draft", angle: null },
      JSON.stringify(comment),
    );
  assert.deepEqual(parseCommand("/help", "pull-request"), { kind: "command", name: "help" });
});

test("what is no command of ours, or not for this place, is left alone", () => {
  const comments = [
    "",
    " /draft",
    "please /draft",
    "\n/draft",
    "> /draft",
    "/drafts",
    "/draft-now",
    "//draft",
  ];
  const others = ["/deploy", "/constructor", "/__proto__", "/", "draft", "`/draft`", "/draft\u0000"];
  for (const comment of [...comments, ...others])
    assert.equal(parseCommand(comment, "issue"), null, JSON.stringify(comment));
  assert.equal(parseCommand("/draft", "pull-request"), null);
});

test("words after a command that takes none are answered with how it is written", () => {
  assert.deepEqual(parseCommand("/draft now @everyone #1", "issue"), {
    kind: "misuse",
    sentence:
      "`/draft` takes nothing after it but the number of an angle: write `/draft` or `/draft 2` alone on the first line.",
  });
});

test("a draft takes the number of an angle, and nothing else that looks like one", () => {
  assert.deepEqual(parseCommand("/draft 2", "issue"), { kind: "command", name: "draft", angle: 2 });
  for (const rest of ["0", "10", "-1", "2.5", "2 3", "two", "#2", "٢"])
    assert.equal(parseCommand(`/draft ${rest}`, "issue")?.kind, "misuse", rest);
});

test("angles are asked for on an issue, with nothing after it", () => {
  assert.deepEqual(parseCommand("/angles", "issue"), { kind: "command", name: "angles" });
  assert.equal(parseCommand("/angles 2", "issue")?.kind, "misuse");
  assert.equal(parseCommand("/angles", "pull-request"), null);
});

test("an endless first line is read no further than it needs, and is none", () => {
  assert.equal(parseCommand(`/draft ${"x".repeat(1_000_000)}`, "issue"), null);
});

test("a line that is longer than any command is none, and is not cut to another one", () => {
  const command = `/release F1${" ".repeat(490)}F12`;
  assert.deepEqual(parseCommand(command, "pull-request"), {
    kind: "command",
    name: "release",
    release: { by: "number", numbers: [1, 12] },
  });
  assert.equal(parseCommand(`/release F1${" ".repeat(1_988)}2`, "pull-request"), null);
});
