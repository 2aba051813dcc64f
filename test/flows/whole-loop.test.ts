import assert from "node:assert/strict";
import { test } from "node:test";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { startFlow } from "../support/flow.ts";
import { findPostPath, listAnswers, listPullRequests } from "../support/look.ts";
import { goodRules } from "../support/model-flow.ts";

test("a comment becomes a draft of a model's, a person changes a word and merges, and LinkedIn has it once", async (t) => {
  const flow = await startFlow(t, { files: demoFiles, hasModel: true, hasLinkedIn: true });
  const { linkedin, model } = flow.sandbox;
  model.script(goodRules);
  const { number: issue } = await flow.command(demoIssue);
  await flow.ended("draft");
  const [pullRequest] = await listPullRequests(flow);
  assert.ok(pullRequest);
  const file = findPostPath(pullRequest.body);
  assert.equal(show(pullRequest.body, file, flow.sandbox.url), expectedBody);

  const editor = flow.sandbox.as("editor");
  const text = (await editor.readFile(flow.name, file, pullRequest.head.ref)) ?? "";
  const edited = text.replace("just under five, with", "just under five [hours], with");
  assert.notEqual(edited, text);
  await editor.writeFile(flow.name, file, edited, pullRequest.head.ref);
  await editor.setDraft(flow.name, pullRequest.number, false);
  await editor.mergePullRequest(flow.name, pullRequest.number);
  await flow.ended("close");

  const [post, ...more] = linkedin.posts();
  assert.deepEqual(more, []);
  assert.equal(post?.rendered, expectedAnnouncement);
  assert.deepEqual(post?.article, {
    source: "https://night-shift.example/blog/restore-nobody-rehearses/",
    title: "The Restore Nobody Rehearses",
    description: "A recovery plan promised four hours for years. The first drill took nineteen.",
  });
  const said = `#2 is merged: the post is published with the site's next build. The announcement is on LinkedIn: https://www.linkedin.com/feed/update/${post?.urn}/`;
  assert.deepEqual(await listAnswers(flow, issue), ["The draft is ready to be read and edited: #2.", said]);
  assert.deepEqual(await listAnswers(flow, pullRequest.number), [said]);
  assert.deepEqual(model.unscripted(), []);
});

/** The body as a person reads it, with short links and what changes from day to day named. */
function show(body: string, file: string, url: string): string {
  return body
    .replaceAll(file, "FILE")
    .replaceAll(new RegExp(`${url}/acme/field-notes/blob/[0-9a-f]{40}/[^?]+\\?plain=1`, "g"), "")
    .replace(
      /\d+ tokens in, \d+ out\. Estimated beforehand: about \d+/,
      "N tokens in, N out. Estimated beforehand: about N",
    )
    .replace(/<!-- galley:v1 [\w-]{40,300} -->/, "MARKER");
}

const expectedAnnouncement = `A recovery plan promised four hours for years. The first drill took nineteen.

Tomasz Brandt's first drill spent most of its nineteen hours on waiting: for somebody who may approve machines, for a firewall rule that nobody had written down. Copying the data took less than four.

A year of drills brought it to just under five [hours], with a phone list, a password vault and two people who knew that they may decide.

Read it here: https://night-shift.example/blog/restore-nobody-rehearses/`;

const expectedBody = `📝 **Blog Draft — The Night Shift**

**Hook:** A recovery plan promised four hours for years. The first drill took nineteen.

**Angle:** A recovery time is a promise about people, and only a rehearsed restore measures it.

**Source material:** \`interviews/2026-03-23-restore-drills.md\` (restore drills, what the first one found, where the hours went); \`calls/2026-04-02 recovery estimates.vtt\` (who promises a recovery time, drills in the contract); \`Editorial/Public Voice - Point of View.md\` (The Night Shift: the voice of the series)

---

Draft is in \`FILE\`. Edit directly on this branch or merge as-is.

**To publish:** merge this PR. Galley will post the LinkedIn text below and link to the page.
**To discard:** close without merging.

**LinkedIn preview:**

\`\`\`text
A recovery plan promised four hours for years. The first drill took nineteen.

Tomasz Brandt's first drill spent most of its nineteen hours on waiting: for somebody who may approve machines, for a firewall rule that nobody had written down. Copying the data took less than four.

A year of drills brought it to just under five, with a phone list, a password vault and two people who knew that they may decide.

Read it here: https://night-shift.example/blog/restore-nobody-rehearses/
\`\`\`

Change it in the post's front matter, under \`linkedin\`; \`linkedin: false\` posts nothing.

<details><summary>Evidence: what each statement rests on</summary>

- A recovery plan promised four hours for years. The first drill took nineteen. — [\`interviews/2026-03-23-restore-drills.md\` L25](#L25)
- Tomasz Brandt ran operations for a payroll provider for nine years. — [\`interviews/2026-03-23-restore-drills.md\` L13](#L13)
- He lost a weekend to a backup that had been green for fourteen months. — [\`interviews/2026-03-23-restore-drills.md\` L15](#L15)
- Each night it had copied an empty directory, because somebody had moved the mount point. — [\`interviews/2026-03-23-restore-drills.md\` L15](#L15)
- A backup job that succeeds tells you that a program ended without an error, and nothing else. — [\`interviews/2026-03-23-restore-drills.md\` L15](#L15)
- The restore took eleven hours, nine of them spent on finding out which copy was real. — [\`interviews/2026-03-23-restore-drills.md\` L19](#L19)
- The data came back from a developer's laptop. — [\`interviews/2026-03-23-restore-drills.md\` L19](#L19)
- Two hours went into finding out who may approve new machines, and three into a firewall rule that nobody had written down. — [\`interviews/2026-03-23-restore-drills.md\` L29](#L29)
- Copying the data took less than four. — [\`interviews/2026-03-23-restore-drills.md\` L29](#L29)
- A restore is a rehearsal of people before it is a copy of data. — [\`interviews/2026-03-23-restore-drills.md\` L33](#L33)
- After a year of drills the time was just under five hours, and almost none of that came from faster storage. — [\`interviews/2026-03-23-restore-drills.md\` L37](#L37)
- It came from a phone list, a password vault and two people who knew that they were allowed to decide. — [\`interviews/2026-03-23-restore-drills.md\` L37](#L37)
- Jonas Weil says where four hours in a contract came from: a sales deck, copied from a proposal that had copied a brochure. — [\`calls/2026-04-02 recovery estimates.vtt\` L19](#L19)
- The brochure measures how fast a volume is attached to a machine that already exists. — [\`calls/2026-04-02 recovery estimates.vtt\` L23](#L23)
- The person who promises the recovery time is almost never the person who is awake during the recovery, so nobody who signs the recovery estimate pays for the error in … — [\`calls/2026-04-02 recovery estimates.vtt\` L31](#L31)
- Weil would put a restore drill into the contract: before the launch, with the client in the room. — [\`calls/2026-04-02 recovery estimates.vtt\` L39](#L39)
- I like that the measurement turns an argument about trust into a decision about money. — [\`calls/2026-04-02 recovery estimates.vtt\` L47](#L47)
- Brandt would begin with the smallest system that would hurt, and write down each wait with a name. — [\`interviews/2026-03-23-restore-drills.md\` L45](#L45)
- That list of names and times is your recovery plan, and the document in the drawer is a wish. — [\`interviews/2026-03-23-restore-drills.md\` L45](#L45)
- Tomasz Brandt's first drill spent most of its nineteen hours on waiting: for somebody who may approve machines, for a firewall rule that nobody had written down. Copying the data … — [\`interviews/2026-03-23-restore-drills.md\` L29](#L29)
- A year of drills brought it to just under five, with a phone list, a password vault and two people who knew that they may decide. — [\`interviews/2026-03-23-restore-drills.md\` L37](#L37)

</details>

**Findings:**
- warning, FILE: F1, F2, F3, F4 are names of speakers: make sure that they want to be named.

**Written by** \`scripted\`: N tokens in, N out. Estimated beforehand: about N.

MARKER
`;
