import assert from "node:assert/strict";
import { test } from "node:test";
import { identifyWork, Job } from "../../src/jobs/payload.ts";

const asked = {
  installationId: 1,
  repository: { id: "7", owner: "acme", name: "notes" },
  place: "issue",
  issue: { number: 3, nodeId: "I_3" },
  comment: { id: "9007199254740993", nodeId: "IC_9" },
  asker: "editor",
} as const;
const draft = { kind: "draft", asked, issueText: { title: "t", body: "b" } } as const;
const workId = "0b6c1f6e-6b5f-4f0e-9f43-7f3c2a9d1e55";

test("jobs of every kind are read back as they were queued", () => {
  const help = { kind: "reply", workId, asked, reply: { about: "help" } };
  const misuse = { kind: "reply", workId, asked, reply: { about: "misuse", sentence: "s" } };
  for (const job of [{ ...draft, workId }, help, misuse])
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
