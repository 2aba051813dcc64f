import assert from "node:assert/strict";
import { test } from "node:test";
import { identifyWork, Job, targetOf } from "../../src/jobs/payload.ts";

const asked = {
  installationId: 1,
  repository: { id: "7", owner: "acme", name: "notes" },
  place: "issue",
  issue: { number: 3, nodeId: "I_3" },
  comment: { id: "9007199254740993", nodeId: "IC_9" },
  asker: "editor",
} as const;
const draft = { kind: "draft", asked, issueText: { title: "t", body: "b" } } as const;
const { installationId, repository } = asked;
const close = {
  kind: "close",
  target: { installationId, repository },
  pullRequest: { number: 9, nodeId: "PR_9" },
  became: "closed",
  at: "2026-05-05T10:00:00Z",
  person: "editor",
} as const;
const linkedin = {
  kind: "linkedin",
  asked,
  command: { do: "sent", url: "https://www.linkedin.com/a" },
} as const;
const scheduled = {
  kind: "schedule",
  target: close.target,
  series: "The Night Shift",
  label: "blog-idea",
  due: "2026-03-03T14:00:00.000Z",
} as const;
const settings = { kind: "settings", target: close.target, because: "commit:c0ffee" } as const;
const workId = "0b6c1f6e-6b5f-4f0e-9f43-7f3c2a9d1e55";

test("jobs of every kind are read back as they were queued", () => {
  const help = { kind: "reply", workId, asked, reply: { about: "help" } };
  const misuse = { kind: "reply", workId, asked, reply: { about: "misuse", sentence: "s" } };
  const commands = [linkedin.command, { do: "show" }, { do: "send" }, { do: "not-sent" }];
  const told = commands.map((command) => ({ ...linkedin, workId, command }));
  const closed = ["merged", "closed", "reopened"].map((became) => ({ ...close, workId, became }));
  for (const one of [scheduled, settings]) {
    const job = { ...one, workId };
    assert.deepEqual(Job.parse(JSON.parse(JSON.stringify(job))), job);
  }
  for (const job of [{ ...draft, workId }, help, misuse, ...told, ...closed])
    assert.deepEqual(Job.parse(JSON.parse(JSON.stringify(job))), job);
});

test("what is no job is refused", () => {
  const broken = [
    null,
    "x",
    {},
    { ...draft },
    { ...draft, workId, kind: "erase" },
    { ...draft, workId: "1" },
    { kind: "reply", workId, asked, reply: { about: "other" } },
    { ...linkedin, workId, command: { do: "sent" } },
    { ...linkedin, workId, command: { do: "erase" } },
    { ...close },
    { ...close, workId, became: "lost" },
    { ...close, workId, target: undefined, asked },
  ];
  for (const job of broken) assert.equal(Job.safeParse(job).success, false);
});

test("work is what was asked for where by which comment, and not who asked", () => {
  const key = { kind: "draft", repositoryId: "7", subject: "issue:3", revision: "comment:9007199254740993" };
  assert.deepEqual(identifyWork(draft), key);
  assert.deepEqual(
    identifyWork({
      ...draft,
      asked: { ...asked, asker: "other", repository: { ...asked.repository, name: "renamed" } },
    }),
    key,
  );
  assert.notDeepEqual(
    identifyWork({ ...draft, asked: { ...asked, comment: { id: "2", nodeId: "x" } } }),
    key,
  );
});

test("a publication is a pull request, whenever it was merged", () => {
  const key = { kind: "close", repositoryId: "7", subject: "pull-request:9", revision: "merged" };
  const merged = { ...close, became: "merged" } as const;
  assert.deepEqual(identifyWork(merged), key);
  assert.deepEqual(identifyWork({ ...merged, at: "", person: "other" }), key);
});

test("a discard is a pull request and its moment, and so is opening it again", () => {
  const moments = [
    close,
    { ...close, at: "2026-05-06T10:00:00Z" },
    { ...close, became: "reopened" as const },
    { ...close, pullRequest: { number: 10, nodeId: "PR_10" } },
  ];
  assert.deepEqual(
    moments.map(identifyWork).map(({ subject, revision }) => `${subject} ${revision}`),
    [
      "pull-request:9 closed:2026-05-05T10:00:00Z",
      "pull-request:9 closed:2026-05-06T10:00:00Z",
      "pull-request:9 reopened:2026-05-05T10:00:00Z",
      "pull-request:10 closed:2026-05-05T10:00:00Z",
    ],
  );
});

test("the same comment as another kind of work is other work", () => {
  const { kind, subject, revision } = identifyWork(linkedin);
  assert.deepEqual([kind, subject, revision], ["linkedin", "issue:3", "comment:9007199254740993"]);
});

test("a job works where it was asked, and only commands have an asker", () => {
  for (const job of [draft, linkedin, close]) {
    const { installationId: installation, repository: place } = targetOf(job);
    assert.deepEqual([installation, place], [installationId, repository]);
  }
});

test("a scheduled draft is a series and the instant at which it was due; settings are read once for each cause", () => {
  assert.deepEqual(identifyWork(scheduled), {
    kind: "schedule",
    repositoryId: "7",
    subject: "series:The Night Shift",
    revision: "2026-03-03T14:00:00.000Z",
  });
  assert.deepEqual(identifyWork(settings), {
    kind: "settings",
    repositoryId: "7",
    subject: "settings",
    revision: "commit:c0ffee",
  });
});
