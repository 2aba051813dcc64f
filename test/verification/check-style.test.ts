import assert from "node:assert/strict";
import { test } from "node:test";
import { checkStyle } from "../../src/verification/check-style.ts";
import { StyleSettings } from "../../src/verification/style-settings.ts";

const draft = { title: "A title", hook: "A hook.", announcement: ["An announcement."], markdown: "Words.\n" };
const check = (change: object, style: object = {}) =>
  checkStyle({ ...draft, ...change }, StyleSettings.parse(style)).map(
    ({ rule, place }) => `${rule}: ${place}`,
  );

test("a banned phrase is found wherever the post or its announcement says it", () => {
  const style = { banned: ["game changer"] };
  const said = "It is a game changer.";
  assert.deepEqual(
    check({ title: said, hook: said, announcement: [said], markdown: `Fine.\n\n${said}` }, style),
    [
      "banned-phrase: title",
      "banned-phrase: hook",
      "banned-phrase: announcement",
      "banned-phrase: post, line 3",
    ],
  );
  const [finding] = checkStyle({ ...draft, title: said }, StyleSettings.parse(style));
  assert.deepEqual(
    [finding?.severity, finding?.message],
    ["warning", "“game changer” is banned by `style.banned`: say it in another way."],
  );
});

test("a speaker may say it, and so may code", () => {
  const markdown =
    "> a game changer\n> — Ann\n\nAnn calls it “a game changer for us”.\n\n```\ngame changer\n```\n";
  assert.deepEqual(check({ markdown }, { banned: ["game changer"] }), []);
});

test("a post is too short or too long by the settings' own words", () => {
  const words = (count: number) => ({ markdown: "word ".repeat(count) });
  assert.deepEqual(check(words(9), { words: { min: 10 } }), ["too-short: post"]);
  assert.deepEqual(check(words(11), { words: { max: 10 } }), ["too-long: post"]);
  assert.deepEqual(check(words(10), { words: { min: 10, max: 10 } }), []);
});

test("one heading of the first level, and no level is skipped", () => {
  assert.deepEqual(check({ markdown: "# One\n\n## Two\n\n### Three\n\n## Four\n" }), []);
  assert.deepEqual(check({ markdown: "# One\n\n# Two\n" }), ["second-title: post, line 3"]);
  assert.deepEqual(check({ markdown: "### Three\n\n## Two\n\n#### Four\n" }), [
    "skipped-heading: post, line 1",
    "skipped-heading: post, line 5",
  ]);
  assert.deepEqual(check({ markdown: "~~~\n# One\n```\n# Two\n~~~\n\n#hashtag\n" }), []);
});
