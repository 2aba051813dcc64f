import assert from "node:assert/strict";
import { test } from "node:test";
import { describePublication } from "../../src/publishing/describe-publication.ts";

type Described = Parameters<typeof describePublication>[0];
const usual: Described = { state: "sent", url: null, reason: null, text: "Read *this*." };
const fenced = "\n\n```text\nRead *this*.\n```";

const readsAnew = "`/linkedin send` reads the post on the default branch and sends what it finds there.";

const table: [Partial<Described>, string][] = [
  [{ url: "https://www.linkedin.com/x/" }, "The announcement is on LinkedIn: https://www.linkedin.com/x/"],
  [{}, "The announcement is on LinkedIn."],
  [{ state: "sending" }, "The announcement is on its way to LinkedIn."],
  [
    { state: "planned", reason: "nobody approved it. " },
    `Nothing was sent to LinkedIn yet: nobody approved it. ${readsAnew} So far its text is:${fenced}`,
  ],
  [{ state: "planned" }, `Nothing was sent to LinkedIn yet. ${readsAnew} So far its text is:${fenced}`],
  [
    { state: "skipped", reason: "LinkedIn is not connected" },
    `Nothing is sent to LinkedIn: LinkedIn is not connected. The text is ready to copy:${fenced}`,
  ],
  [
    { state: "skipped", reason: "the front matter says so", text: null },
    "Nothing is sent to LinkedIn: the front matter says so.",
  ],
  [
    { state: "failed", reason: "LinkedIn refused the post (400)." },
    `Nothing was sent to LinkedIn: LinkedIn refused the post (400). ${readsAnew} The text, to post by hand:${fenced}`,
  ],
  [{ state: "failed", text: null }, `Nothing was sent to LinkedIn. ${readsAnew}`],
  [
    { state: "unknown", reason: "The connection broke." },
    `Nobody can know whether LinkedIn has the announcement: The connection broke. Look at the feed, then write \`/linkedin sent URL\` with the post's address, or \`/linkedin not-sent\`.${fenced}`,
  ],
  [
    { state: "unknown", reason: "…", text: null },
    "Nobody can know whether LinkedIn has the announcement: …. Look at the feed, then write `/linkedin sent URL` with the post's address, or `/linkedin not-sent`.",
  ],
];

for (const [change, expected] of table)
  test(`described: ${JSON.stringify(change)}`, () =>
    assert.equal(describePublication({ ...usual, ...change }), expected));

/** What GitHub reads as Markdown: everything outside of fences as CommonMark knows them. */
function outsideFences(markdown: string): string {
  const outside: string[] = [];
  let open = "";
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const fence = /^ {0,3}(`{3,})([^`]*)$/.exec(line);
    if (open === "") {
      if (fence) open = fence[1] ?? "";
      else outside.push(line);
    } else if (fence && (fence[1] ?? "").length >= open.length && fence[2]?.trim() === "") open = "";
  }
  return outside.join("\n");
}

const nasty = [
  "@acme/everybody please",
  "a\n```\n@acme\n```\nb",
  "`````\n@acme",
  "~~~\n@acme #1 acme/notes#2",
  "\r```\r@acme\r```",
  "   ```` \n@acme",
  "`\n``\n@acme",
  "",
];
for (const state of ["planned", "skipped", "failed", "unknown"] as const)
  test(`nobody is called by a text that is ${state}`, () => {
    for (const text of nasty) {
      const said = describePublication({ state, url: null, reason: "r", text });
      assert.ok(said.includes(text));
      assert.doesNotMatch(outsideFences(said), /acme/, JSON.stringify(text));
    }
  });

test("negative control: a fence that is too short would call them", () =>
  assert.match(outsideFences(`\`\`\`text\n${nasty[1]}\n\`\`\``), /@acme/));
