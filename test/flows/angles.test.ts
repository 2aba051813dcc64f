import assert from "node:assert/strict";
import { test } from "node:test";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { startFlow } from "../support/flow.ts";
import { listAnswers, listPullRequests } from "../support/look.ts";
import { goodRules } from "../support/model-flow.ts";

const post = (title: string, description: string) =>
  `---\ntitle: ${title}\ndate: 2026-02-10\ndescription: ${description}\n---\n\nWords.\n`;
const files = {
  ...demoFiles,
  "site/content/blog/2026-02-10-alerts-nobody-answers.md": post(
    "Alerts nobody answers",
    "A pager that rings all night is not read.",
  ),
  "site/content/blog/2026-01-05-restore-drill.md": post("The drill behind a restore", "A drill."),
};

const angle = (title: string, text: string, ...passages: string[]) => ({ title, angle: text, passages });
const proposed = {
  angles: [
    angle("The plan measured the disk", "A recovery plan forgets the people around the machine.", "S1:u11.1"),
    angle(
      "A drill is a rehearsal of people",
      "The first restore drill is for people.",
      "S1:u15.1",
      "S1:u4.1",
    ),
    angle("Where four hours come from", "Promises are copied from brochures.", "S2:u4.1"),
  ],
};

test("angles are proposed in six requests, and the second is drafted in five", async (t) => {
  const flow = await startFlow(t, { files, hasModel: true });
  flow.sandbox.model.script([{ when: { step: "angles" }, answer: { content: proposed } }, ...goodRules]);
  const { number } = await flow.command(demoIssue, "/angles");
  await flow.ended("angles");
  assert.equal(flow.requests().length, 6);
  const [answer = ""] = await listAnswers(flow, number);
  assert.equal(
    answer
      .replaceAll(/http:\/\/[^)]+\/blob\/[0-9a-f]{40}\//g, "PAGE/")
      .replaceAll(/\d+ tokens in, \d+ out/g, "N tokens in, M out")
      .split("\n")
      .slice(0, 11)
      .join("\n"),
    `Three angles. Write \`/draft 3\` to take the third, or \`/draft\` to leave the angle to the writer.

**1. The plan measured the disk**
A recovery plan forgets the people around the machine.

- [\`interviews/2026-03-23-restore-drills.md\` L29](PAGE/interviews/2026-03-23-restore-drills.md?plain=1#L29): Tomasz Brandt: “Most of the time went into waiting for people.”

**2. A drill is a rehearsal of people**
The first restore drill is for people.

- [\`interviews/2026-03-23-restore-drills.md\` L37](PAGE/interviews/2026-03-23-restore-drills.md?plain=1#L37): Tomasz Brandt: “The time went down from nineteen hours to just under five, and almost none of that came from faster storage.”`,
  );
  assert.match(answer, /close to: The drill behind a restore \(`site\/content/);
  assert.match(
    answer,
    /\*\*Earlier posts cover:\*\*\n- Alerts nobody answers \(`site\/content\/blog\/2026-02-10-alerts-nobody-answers\.md`\)\n- The drill/,
  );
  const [asked] = flow.sandbox.model.requests();
  assert.match(asked?.text ?? "", /EARLIER\\nAlerts nobody answers: A pager that rings/);

  const before = flow.requests().length;
  await flow.sandbox.as("editor").comment(flow.name, number, "/draft 2");
  await flow.ended("draft");
  assert.equal(flow.requests().length - before, 5);
  const [pullRequest] = await listPullRequests(flow);
  assert.match(
    pullRequest?.body ?? "",
    /\*\*Angle:\*\* A drill is a rehearsal of people: The first restore drill is for people\.\n/,
  );
  const rows = await flow.readRows("select issue_number, angles from galley.angles");
  assert.equal(rows.length, 1);
  assert.doesNotMatch(JSON.stringify(rows), /nineteen/);
});

test("without a language model the topics of the sources are proposed, and what has no number is one sentence", async (t) => {
  const flow = await startFlow(t, { files: demoFiles });
  const { number } = await flow.command(demoIssue, "/draft 2");
  await flow.ended("draft");
  assert.equal(flow.requests().length, 2);
  await flow.sandbox.as("editor").comment(flow.name, number, "/angles");
  await flow.ended("angles");
  // No posts there: one request less.
  assert.equal(flow.requests().length, 7);
  await flow.sandbox.as("editor").comment(flow.name, number, "/draft 9");
  await flow.ended("draft", 2);
  await flow.sandbox.as("editor").request("PATCH", `/repos/${flow.name}/issues/${number}`, {
    body: `${demoIssue.body}\nAnd one more thing.`,
  });
  await flow.sandbox.as("editor").comment(flow.name, number, "/draft 1");
  await flow.ended("draft", 3);
  const [first, proposal = "", second, third] = await listAnswers(flow, number);
  assert.deepEqual(
    [first, second, third],
    [
      "No angles were proposed for this issue, so there is no number 2: write `/angles` first, or `/draft` alone.",
      "There is no angle 9: 3 were proposed for this issue. Write `/draft` with a number up to 3.",
      "This issue has changed since its angles were proposed: write `/angles` again and choose one of the new ones.",
    ],
  );
  assert.match(proposal, /^Three angles\./);
  assert.match(proposal, /^\*\*3\. .+\*\*\n.+, in the words of .+\.$/m);
  assert.match(proposal, /Chosen without a language model/);
  assert.deepEqual(await listPullRequests(flow), []);
});

test("angles of sources that hold nothing are declined, and nobody else's command is answered", async (t) => {
  const flow = await startFlow(t, { files: { "a.md": "**Ann Lee:** Hello there, can you hear me?\n" } });
  const { number } = await flow.command({ title: "A", body: "`a.md`" }, "/angles");
  await flow.ended("angles");
  assert.deepEqual(await listAnswers(flow, number), [
    "No angles were found. The sources hold no statement that a post could rest on, and it takes three: name a transcript in which more is said.",
  ]);
  const before = flow.requests().length;
  await flow.sandbox.as("reader").comment(flow.name, number, "/angles");
  await flow.ended("angles", 2);
  assert.equal(flow.requests().length - before, 1);
  assert.equal((await listAnswers(flow, number)).length, 1);
});

test("what everybody can read is not answered with what only a private source says", async (t) => {
  const galley = "timezone: UTC\nconfidentiality: { names: block }\n";
  const flow = await startFlow(t, {
    files: { "README.md": "Notes.\n", ".github/galley.yml": galley },
    isPrivate: false,
    hasModel: true,
  });
  const text = `**Ana Ruiz:** Tell us about the backup that nobody restored.

**Bo Lind:** At Vantaro Freight nobody had restored a backup in four years. The restore took nineteen hours, because it waited for a password.

**Bo Lind:** A restore drill every Friday shows in an hour what an audit of the backup never shows. People restore a backup when somebody asks them to.
`;
  await flow.sandbox.createRepository({
    ...{ owner: "acme", name: "vault", private: true, files: [{ path: "talk.md", text }] },
    collaborators: { editor: "read" },
  });
  const propose = (first: string) => {
    const content = {
      angles: [
        angle(first, "A restore is a rehearsal.", "S1:u2.1"),
        angle("Fridays are for drills", "An hour shows more than an audit.", "S1:u3.1"),
      ],
    };
    flow.sandbox.model.script([{ when: { step: "angles" }, answer: { content } }]);
  };
  propose("What Vantaro restored");
  const { number } = await flow.command({ title: "Restores", body: "`acme/vault:talk.md`" }, "/angles");
  await flow.ended("angles");
  propose("What a backup is for");
  await flow.sandbox.as("editor").comment(flow.name, number, "/angles");
  await flow.ended("angles", 2);
  const [refused, proposed = "", ...more] = await listAnswers(flow, number);
  assert.equal(
    refused,
    "No angles are shown, because everybody can read this repository and they say what only the sources do: a name. List what may be said under `confidentiality.public` in `.github/galley.yml`, and write `/angles` again.",
  );
  assert.deepEqual(more, []);
  assert.match(proposed, /^Two angles\./);
  // Of a source that not everybody can read neither words nor path are shown.
  assert.doesNotMatch(proposed, /Vantaro|Lind|audit of the backup|vault|talk\.md/);
  const rows = await flow.readRows("select angles from galley.angles");
  assert.doesNotMatch(JSON.stringify(rows), /Vantaro/);
});
