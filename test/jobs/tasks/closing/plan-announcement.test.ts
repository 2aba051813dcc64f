import assert from "node:assert/strict";
import { test } from "node:test";
import { planAnnouncement } from "../../../../src/jobs/tasks/closing/plan-announcement.ts";
import type { Channel } from "../../../../src/ports/channel.ts";
import type { OwnPullRequest } from "../../../../src/ports/store.ts";
import { closeJob as job } from "../../../fixtures/close-job.ts";

const channel: Channel = {
  isConnected: (name) => name === "acme/notes",
  measure: (text) => ({ length: text.length, most: 100 }),
  send: () => Promise.reject(new Error("nothing is sent by planning")),
};
const own: OwnPullRequest = {
  repositoryId: "7",
  number: 9,
  issueNumber: 3,
  nodeId: "PR_9",
  branch: "blog/2026-05-05-confidential-name",
  file: "content/blog/2026-05-05-sea.md",
  slug: "sea",
  day: "2026-05-05",
  headOid: "c0ffee",
  sources: [],
  angle: "It is wide.",
};

/** What is planned for a post, with settings of the repository. */
function plan(text: string | null, settings = "", path = own.file) {
  const site = "site: { url: https://notes.example }\n";
  const entry = { kind: "file", text: `${site}${settings}`, oid: "x", bytes: 1, isTruncated: false } as const;
  const planned = planAnnouncement(
    { world: { channel }, job },
    own,
    { settings: entry },
    text === null ? null : { path, text },
  );
  const { isHeldBack, decision, card } = planned;
  return { isHeldBack, decision, card };
}
const post = (...lines: string[]) => ["---", ...lines, "---", "", "Body."].join("\n");
const unreviewed = "announcements: { linkedin: { review: false } }";

test("a post is announced with its page", () => {
  assert.deepEqual(
    plan(post("title: The sea", "date: 2026-05-05", "description: A hook.", "linkedin: Read.")),
    {
      isHeldBack: false,
      decision: { kind: "send", text: "Read." },
      card: { url: "https://notes.example/blog/sea/", title: "The sea", description: "A hook." },
    },
  );
});

test("a number for a title is its text, and halves of characters are replaced", () => {
  assert.equal(plan(post("title: 1984", "linkedin: Read.")).card?.title, "1984");
  assert.equal(plan(post('title: "A \\uD800"', "linkedin: Read.")).card?.title, "A \uFFFD");
});

test("a post that was renamed is announced with its new page", () => {
  const settings = 'content: { filename: "{slug}/index.md" }';
  const { card } = plan(post("title: The storm", "linkedin: Read."), settings, "content/blog/storm/index.md");
  assert.equal(card?.url, "https://notes.example/blog/storm/");
});

const broken: [string, string | null, RegExp][] = [
  ["that is gone", null, /not to be found/],
  ["without front matter", "The sea\n\nBody.", /line 1 of the post must be `---` alone/],
  ["whose opening is broken", post("linkedin: false").replace("---", "–––"), /line 1 of the post/],
  ["that cannot be read", post("title: [", "linkedin: Read."), /line \d of the post cannot be read/],
  ["without a title", post("linkedin: Read."), /the post has no `title`/],
  ["with an empty title", post('title: ""', "linkedin: Read."), /the post has no `title`/],
  ["with a title that is a list", post("title: [a]", "linkedin: Read."), /the post has no `title`/],
];
for (const [title, text, reason] of broken)
  test(`a post ${title} is a person's to mend, and the branch is never named`, () => {
    const { decision, card } = plan(text, unreviewed);
    assert.equal(decision.kind, "mend");
    assert.match(decision.kind === "mend" ? decision.reason : "", reason);
    assert.doesNotMatch(JSON.stringify([decision, card]), /confidential/);
  });

test("settings with mistakes are a person's to mend", () =>
  assert.deepEqual(plan(post("title: A", "linkedin: Read."), "nonsense: true").decision, {
    kind: "mend",
    text: null,
    reason: "`.github/galley.yml` has mistakes",
  }));
