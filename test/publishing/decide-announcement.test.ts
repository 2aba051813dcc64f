import assert from "node:assert/strict";
import { test } from "node:test";
import { type Decision, decideAnnouncement, isHeldBack } from "../../src/publishing/decide-announcement.ts";

const usual: Parameters<typeof decideAnnouncement>[0] = {
  frontMatter: { linkedin: "Approved." },
  generated: "Generated.",
  settings: { enabled: true, review: true },
  isConnected: true,
  measure: (text) => ({ length: text.length * 2, most: 40 }),
};
const off = { enabled: false, review: true };
const long = "Twenty-one characters";
const tooLong = {
  kind: "mend",
  text: long,
  reason:
    "the text takes 42 characters on LinkedIn, where 40 is the most: shorten `linkedin` in the front matter",
} as const;
const unreadable = {
  kind: "mend",
  text: null,
  reason:
    "`linkedin` in the front matter is not a text: write it as `linkedin: |-` with the text below it, or `linkedin: false`",
} as const;
const untitled = { kind: "mend", text: "A.", reason: "the post has no `title` in its front matter" } as const;
const saysSo = {
  kind: "skip",
  text: null,
  reason: "the post's front matter says so",
  isMeant: true,
} as const;
const heldBack = {
  kind: "skip",
  text: null,
  reason:
    "the post's front matter says `draft: true` (`/linkedin send` when it is `draft: false` on the default branch)",
  isMeant: false,
} as const;
const emptied = {
  kind: "skip",
  text: null,
  reason: "`linkedin` in the front matter is empty (write `linkedin: false` when that is meant)",
  isMeant: false,
} as const;
const disabled = (text: string | null) =>
  ({ kind: "skip", text, reason: "`announcements.linkedin.enabled` is false", isMeant: true }) as const;
const unconnected = (text: string) =>
  ({ kind: "skip", text, reason: "LinkedIn is not connected", isMeant: true }) as const;

const table: [string, Partial<typeof usual>, Decision][] = [
  ["an approved text is sent", {}, { kind: "send", text: "Approved." }],
  [
    "an approved text needs no second review",
    { settings: { enabled: true, review: false } },
    { kind: "send", text: "Approved." },
  ],
  [
    "a generated text waits for a person",
    { frontMatter: {} },
    { kind: "hold", text: "Generated.", reason: "the post has no `linkedin` text that somebody approved" },
  ],
  [
    "a generated text is sent where nobody wants to review",
    { frontMatter: {}, settings: { enabled: true, review: false } },
    { kind: "send", text: "Generated." },
  ],
  ["a title is missing", { frontMatter: { title: " ", linkedin: "A." } }, untitled],
  [
    "a title is missing that is not sent in any case",
    { frontMatter: { title: 7, linkedin: "A." }, settings: off },
    disabled("A."),
  ],
  ["the front matter says no", { frontMatter: { linkedin: false } }, saysSo],
  ["the post is a draft", { frontMatter: { draft: true, linkedin: "A." } }, heldBack],
  ["the post is a draft and cannot be announced", { frontMatter: { draft: true, linkedin: 7 } }, heldBack],
  ["the text was emptied", { frontMatter: { linkedin: "" } }, emptied],
  ["the key has no value", { frontMatter: { linkedin: null }, isConnected: false }, emptied],
  ["a word for true", { frontMatter: { linkedin: "yes" } }, unreadable],
  [
    "the front matter says no where nothing is sent",
    { frontMatter: { linkedin: "off" }, settings: off },
    saysSo,
  ],
  ["another type", { frontMatter: { linkedin: 7 } }, unreadable],
  ["another type without LinkedIn", { frontMatter: { linkedin: 7 }, isConnected: false }, unreadable],
  [
    "another type that is not sent in any case",
    { frontMatter: { linkedin: 7 }, settings: off },
    disabled(null),
  ],
  ["as long as may be", { frontMatter: { linkedin: long.slice(1) } }, { kind: "send", text: long.slice(1) }],
  ["one character too many, which is not cut", { frontMatter: { linkedin: long } }, tooLong],
  ["too long without LinkedIn", { frontMatter: { linkedin: long }, isConnected: false }, tooLong],
  ["too long, not sent in any case", { frontMatter: { linkedin: long }, settings: off }, disabled(long)],
  ["switched off", { settings: off }, disabled("Approved.")],
  ["switched off and generated", { settings: off, frontMatter: {} }, disabled("Generated.")],
  ["not connected", { isConnected: false }, unconnected("Approved.")],
  ["not connected and generated", { isConnected: false, frontMatter: {} }, unconnected("Generated.")],
];

for (const [title, change, expected] of table)
  test(`decided: ${title}`, () => {
    const frontMatter = { title: "T", ...(change.frontMatter ?? usual.frontMatter) };
    assert.deepEqual(decideAnnouncement({ ...usual, ...change, frontMatter }), expected);
  });

test("a draft is one for every reader of YAML", () => {
  for (const draft of [true, "true", "Yes", "on", "y"]) assert.equal(isHeldBack({ draft }), true);
  for (const draft of [false, "false", "no", null, undefined, 0, "soon"])
    assert.equal(isHeldBack({ draft }), false);
});
