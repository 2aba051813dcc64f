import assert from "node:assert/strict";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { address, makeFolder, person } from "../sandbox/git-client.ts";
import { commitFiles } from "../support/drafted.ts";
import type { Flow } from "../support/flow.ts";
import { comeBack, killAt } from "../support/kill.ts";
import { findPostPath } from "../support/look.ts";
import { startModelFlow } from "../support/model-flow.ts";
import { readCheck } from "../support/read-check.ts";

/** The branch on top of what main has become, as a person does it with git. */
async function rebase(t: TestContext, { sandbox, name }: Flow, branch: string): Promise<void> {
  await sandbox.as("editor").writeFile(name, "NOTES.md", "Meanwhile.");
  const folder = await makeFolder(t);
  const from = address(sandbox, "editor:ghu_editor", "field-notes");
  await person(folder, "clone", "-q", "--branch", branch, from, "clone");
  const clone = join(folder, "clone");
  await person(clone, "rebase", "-q", "origin/main");
  await person(clone, "push", "-q", "--force", "origin", `HEAD:${branch}`);
}

const operationsSince = (flow: Flow, from: number) =>
  flow
    .requests()
    .slice(from)
    .map(({ operation }) => operation);

const changes = [
  ["tells you that a program ended without an error", "proves that a program ended without an error"],
  [
    "The restore took eleven hours, nine of them spent",
    "The restore took eleven hours, with nine of them spent",
  ],
  ["took nineteen.\n\n##", "took twelve.\n\n##"],
  ["that would hurt, and write", "that would hurt. I tried it. And he would write"],
] as const;
const added = `
Orwell begins a novel so: “It was a bright cold day in April, and the clocks were striking thirteen.”

#### Where to read on

Read [the interview](../../../interviews/2026-03-23-restore-drills.md), and [what is not there](gone.md).
`;
const edit = (post: string) =>
  `${changes.reduce((text, [from, to]) => text.replace(from, to), post)}${added}`;

test("the ledger and its check run follow what a person does to the branch", async (t: TestContext) => {
  const { flow, draft } = await startModelFlow(t);
  const { pullRequest, post } = await draft();
  const { number = 0, body = "", head } = pullRequest ?? {};
  const branch = head?.ref ?? "";
  const opened = await readCheck(flow, number);
  assert.equal(
    opened.said,
    `Galley / evidence: success
20 of 20 sentences grounded, none the author's own, no quotation changed
Sentences that rest on the sources: 20.`,
  );

  const requests = flow.requests().length;
  const moved = "site/content/blog/moved.md";
  await commitFiles(flow, branch, { [findPostPath(body)]: null, [moved]: edit(post) });
  await flow.ended("review");
  const edited = await readCheck(flow, number);
  assert.equal(
    edited.said,
    `Galley / evidence: failure
18 of 24 sentences grounded, 5 the author's own, 1 quotation changed, 1 of the author's own
Sentences that rest on the sources: 18; the author's own, which is no mistake: 5.

- The quotation in line 23 stands in no source word for word; restore the speaker's words or make it your own sentence without quotation marks. What was said: “A backup job that succeeds tells you that a program ended without an error, and nothing else.” ([\`interviews/2026-03-23-restore-drills.md\` L15](BLOB/interviews/2026-03-23-restore-drills.md?plain=1#L15))
- The quotation in line 56 is in no source, and in a sentence that the draft did not have: nobody can check it but you.
- site/content/blog/moved.md, line 17: As it was edited, the sentence says something else than the passages of the drafted one: its second number is not the one that the cited passages give; correct it, or cite the passage that has it.
- site/content/blog/moved.md, line 58: This heading is of level 4, and the one before it of level 2: use \\\`###\\\`.
- site/content/blog/moved.md, line 60: A link of this line leads to no file of the repository: mend it, or commit the file to this branch.
failure, site/content/blog/moved.md L23-L23: The quotation in line 23 stands in no source word for word; restore the speaker's words or make it your own sentence without quotation marks. Tomasz Brandt said (interviews/2026-03-23-restore-drills.md, line 15): “A backup job that succeeds tells you that a program ended without an error, and nothing else.”
notice, site/content/blog/moved.md L56-L56: The quotation in line 56 is in no source, and in a sentence that the draft did not have: nobody can check it but you.
notice, site/content/blog/moved.md L17-L17: As it was edited, the sentence says something else than the passages of the drafted one: its second number is not the one that the cited passages give; correct it, or cite the passage that has it. Tomasz Brandt said (interviews/2026-03-23-restore-drills.md, line 25): “The recovery plan said four hours for years, and the first restore drill took nineteen.”
warning, site/content/blog/moved.md L58-L58: This heading is of level 4, and the one before it of level 2: use \`###\`.
warning, site/content/blog/moved.md L60-L60: A link of this line leads to no file of the repository: mend it, or commit the file to this branch.`,
  );
  const changed = edited.rows.filter((row) => !opened.rows.includes(row));
  const interview = "[`interviews/2026-03-23-restore-drills.md` L";
  const page = "](BLOB/interviews/2026-03-23-restore-drills.md?plain=1#L";
  assert.deepEqual(changed, [
    `- L17: The first drill took twelve. — the author's own, edited from ${interview}25${page}25)`,
    "- L23: A backup job that succeeds proves that a program ended without an error, and nothing else. — **the quotation was changed**",
    `- L26: The restore took eleven hours, with nine of them spent on finding out which copy was real. — ${interview}19${page}19)`,
    `- L51: Brandt would begin with the smallest system that would hurt. — ${interview}45${page}45)`,
    "- L51: I tried it. — the author's own",
    "- L51: And he would write down each wait with a name. — the author's own",
    "- L56: Orwell begins a novel so: “It was a bright cold day in April, and the clocks were striking thirteen.” — the author's own",
    "- L60: Read the interview , and what is not there . — the author's own",
  ]);
  assert.deepEqual(operationsSince(flow, requests), [
    "ReadClosed (repository)",
    // Only because the post was moved.
    "ReadTexts (repository)",
    "Look (repository)",
    "Check (createCheckRun, createCheckRun)",
    "FindOwnComment (node)",
  ]);

  const answer = await fetch(`${flow.sandbox.url}/${flow.name}/pull/${number}`, {
    headers: { cookie: "person=editor" },
  });
  const shown = await answer.text();
  assert.match(shown, /Failed<\/span> Galley \/ evidence <span class="meta">18 of 24 sentences grounded/);
  assert.match(
    shown,
    /failure<\/span> <code>site\/content\/blog\/moved\.md:23<\/code> The quotation in line/,
  );
  assert.match(shown, /<li>L51: I tried it\. — the author/);
  assert.match(shown, /Neutral<\/span> Galley \/ confidentiality <span class="meta">\d to clear<\/span>/);
  assert.match(shown, /warning<\/span> <code>site\/content\/blog\/moved\.md:\d+<\/code> F1 is /);

  await rebase(t, flow, branch);
  await flow.ended("review", 2);
  assert.deepEqual(await readCheck(flow, number), edited);

  // The check run is made, and nobody heard of it.
  const killed = killAt(flow, "github", 3, "acted");
  await commitFiles(flow, branch, { [moved]: post });
  await killed;
  await comeBack(flow, "review");
  assert.deepEqual(await readCheck(flow, number), opened);
});
