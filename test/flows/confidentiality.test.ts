import assert from "node:assert/strict";
import { test } from "node:test";
import { misbehave } from "../../src/cli/misbehaviour/misbehave.ts";
import { client } from "../../src/cli/misbehaviour/sources.ts";
import { scriptRepairs } from "../../src/cli/script-model.ts";
import type { ModelRuleInput } from "../../src/sandbox/model/rules.ts";
import { commitFiles, startDrafted } from "../support/drafted.ts";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { startFlow } from "../support/flow.ts";
import { comeBack, killAt } from "../support/kill.ts";
import { listAnswers, listPullRequests } from "../support/look.ts";
import { goodRules, goodSteps, look } from "../support/model-flow.ts";
import { countChecks, readCheck } from "../support/read-check.ts";

const settings = (names: string) => `timezone: UTC\nconfidentiality: { names: ${names} }\n`;
const talk = `**Ana Ruiz:** Tell us about the backup that nobody restored.

**Bo Lind:** At Vantaro Freight nobody had restored a backup in four years, and the backup was empty. It cost Vantaro Freight nineteen hours and $420,000, because the restore waited for a password.

**Bo Lind:** Off the record, their chief engineer Okonkwo hid the empty backup from the auditors for a year.

**Ana Ruiz:** Okonkwo did what? Let us go back on the record.

**Bo Lind:** A restore drill every Friday shows in an hour what an audit of the backup never shows. People restore a backup when somebody asks them to, so somebody has to ask for the restore each week.
`;
const issue = { title: "What Vantaro Freight restored", body: "`talk.md`" };
const secret = /vantaro|420,?000|okonkwo/i;

test("in a public repository nothing is opened that says what only the sources do", async (t) => {
  const flow = await startFlow(t, {
    files: { "talk.md": talk, ".github/galley.yml": settings("block") },
    isPrivate: false,
  });
  const { number } = await flow.command(issue);
  await flow.ended("draft");
  assert.deepEqual(await listPullRequests(flow), []);
  const answers = await listAnswers(flow, number);
  assert.match(
    answers[0] ?? "",
    /^Nothing was opened, because everybody can read this repository and the draft says what only its sources do: .+, in .+the post.*\. Write from other sources, list what may be said under `confidentiality\.public`/,
  );
  assert.doesNotMatch(answers.join(), secret);
});

test("where a model is there, what would be refused goes back to it once, and what it mends is opened", async (t) => {
  const files = Object.entries(demoFiles).map(([path, text]) => [
    path,
    path === ".github/galley.yml"
      ? `${text}\nconfidentiality: { names: block }\nevidence: { judge: false }\n`
      : text,
  ]);
  const flow = await startFlow(t, {
    files: { ...Object.fromEntries(files), [client.path]: client.text },
    hasModel: true,
    isPrivate: false,
  });
  const asked = { ...demoIssue, body: `${demoIssue.body.trimEnd()}\n- \`${client.path}\`\n` };
  const leaking = misbehave("leaks-name", goodRules);
  const once = leaking.filter(({ when }) => !when.step.startsWith("repair "));
  const draft = async (rules: readonly ModelRuleInput[], count: number) => {
    const before = flow.sandbox.model.requests().length;
    flow.sandbox.model.script([...rules, ...goodRules, ...scriptRepairs(goodRules)]);
    const { number } = await flow.command(asked);
    await flow.ended("draft", count);
    return await look(flow, number, before);
  };
  const mended = await draft(once, 1);
  // The judge, who is the last of the good steps, is switched off.
  assert.deepEqual(mended.steps, [...goodSteps.slice(0, -1), "repair head", "repair section 1"]);
  assert.ok(mended.pullRequest, mended.answers.join());
  assert.doesNotMatch(JSON.stringify(mended.pullRequest) + mended.post, /halvorsen/i);
  const insisting = await draft(leaking, 2);
  assert.equal(insisting.pullRequest, undefined);
  assert.match(insisting.answers.join(), /^Nothing was opened, because everybody can read this repository/);
  assert.doesNotMatch(insisting.answers.join(), /halvorsen/i);
});

test("an announcement waits for /release, by number or by words, and the findings name no value", async (t) => {
  const drafted = await startDrafted(t, () => settings("block"), {
    files: { "talk.md": talk },
    asked: issue,
  });
  const { flow, edit, merge, number, posts, editor } = drafted;
  const [pullRequest] = await listPullRequests(flow);
  const findings = pullRequest?.body.slice(pullRequest.body.indexOf("**Findings:**")) ?? "";
  assert.match(
    findings,
    /(?:is the name of a speaker|are names of speakers): make sure that they want to be named\./,
  );
  assert.doesNotMatch(findings, /Ruiz|Lind|Vantaro|420/);

  const text = "What Bo Lind learned at Vantaro Freight.";
  await edit((post) => post.replace(/^linkedin: \|-\n(?: {2}.*\n|\n)*/m, `linkedin: |-\n  ${text}\n`));
  // What it says of the push is another comment, which must not come between.
  await flow.ended("review");
  const said = await merge();
  assert.match(
    said,
    /Nothing was sent to LinkedIn: the announcement says a detail of the sources that nobody released: write `\/release F\d+`, or/,
    said,
  );
  assert.doesNotMatch(said, /Vantaro/);
  assert.equal(posts().length, 0);

  const release = async (command: string, count: number) => {
    await editor.comment(flow.name, number, command);
    await flow.ended("release", count);
    return (await listAnswers(flow, number)).at(-1) ?? "";
  };
  assert.match(
    await release("/release F999", 1),
    /^There is no finding F999 on this pull request\. It has F1, /,
  );
  assert.match(await drafted.say("/linkedin send", 1), /that nobody released: write/);
  assert.equal(posts().length, 0);
  const answer = await release('/release "Vantaro Freight"', 2);
  assert.match(
    answer,
    /^F\d+ is released and may be said here\. .*The announcement is on LinkedIn: /,
    answer,
  );
  assert.equal(posts()[0]?.rendered, text);
  const rows = await flow.readRows("select released_by from galley.clearance where released_by is not null");
  assert.deepEqual(rows, [{ released_by: "editor" }]);
});

test("what was said off the record reaches neither the post nor the pull request, and what names it is found", async (t) => {
  const flow = await startFlow(t, { files: { "talk.md": talk, ".github/galley.yml": settings("flag") } });
  await flow.command({ ...issue, title: demoIssue.title });
  await flow.ended("draft");
  const [pullRequest] = await listPullRequests(flow);
  assert.match(
    pullRequest?.body ?? "",
    /2 turns were said off the record, and the writer was not shown them\./,
  );
  assert.match(pullRequest?.body ?? "", /is an amount of money of the sources|is a name of the sources/);
  assert.doesNotMatch(JSON.stringify(pullRequest), /okonkwo|auditors/i);
});

test("an edit and a push are looked at for what they say of the sources, and a release renews the check run", async (t) => {
  const flow = await startFlow(t, {
    files: { "talk.md": talk, ".github/galley.yml": settings("flag") },
    isPrivate: false,
  });
  await flow.command({ ...issue, title: demoIssue.title });
  await flow.ended("draft");
  const [pullRequest] = await listPullRequests(flow);
  const { number = 0, body = "", head } = pullRequest ?? {};
  const editor = flow.sandbox.as("editor");
  const read = async () => {
    const { said } = await readCheck(flow, number, "confidentiality");
    assert.doesNotMatch(said, secret);
    return said;
  };
  const edit = (change: object) => editor.request("PATCH", `/repos/${flow.name}/pulls/${number}`, change);
  assert.doesNotMatch(await read(), /title/);

  const before = flow.requests().length;
  await edit({ title: "A backup in the freight of Vantaro" });
  await flow.ended("review");
  assert.match(await read(), /warning, .*the pull request's title.*: F\d+ is a name of the sources/);
  assert.deepEqual(
    flow
      .requests()
      .slice(before)
      .map(({ operation }) => operation),
    ["ReadClosed (repository)", "Check (createCheckRun)"],
  );
  await edit({ title: "A backup", body: `${body}\n\nAsk Okonkwo.` });
  await flow.ended("review", 2);
  assert.doesNotMatch(await read(), /title/);
  const [, okonkwo] = /warning, the pull request: (F\d+) is /.exec(await read()) ?? [];

  const file = "content/blog/who-hid-it.md";
  await commitFiles(flow, head?.ref ?? "", { [file]: "Who hid it?\n\nIt was Okonkwo.\n" });
  await flow.ended("review", 3);
  const pushed = await read();
  assert.match(
    pushed,
    new RegExp(`warning, ${file} L3-L3: ${okonkwo} is the name of a|warning, ${file} L3-L3: ${okonkwo} is `),
  );
  const all = [...new Set(pushed.match(/F\d+/g))];

  // Permission, the pull request, the file beside the post; then the check run is made, and nobody heard of it.
  const killed = killAt(flow, "github", 4, "acted");
  await editor.comment(flow.name, number, `/release ${all.join(" ")}`);
  await killed;
  await comeBack(flow, "release");
  assert.match(await read(), /^Galley \/ confidentiality: success\nNothing to clear\n/);
  assert.match((await listAnswers(flow, number)).join(), /are released and may be said here\. Nothing else/);
  assert.deepEqual(await countChecks(flow, number), [
    "Galley / confidentiality",
    "Galley / confidentiality",
    "Galley / evidence",
  ]);
});
