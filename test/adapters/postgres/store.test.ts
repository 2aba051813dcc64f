import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { z } from "zod";
import { createStore } from "../../../src/adapters/postgres/store.ts";
import { SupersededError } from "../../../src/errors.ts";
import type { Attempt } from "../../../src/ports/store.ts";
import { useDatabase } from "../../support/database.ts";

const database = await useDatabase();

const superseded = new SupersededError("Another attempt at this work has begun; this one stops");

async function addWork(subject = "issue:1", askedAt = "2026-05-05T00:00:00Z"): Promise<string> {
  const id = randomUUID();
  await database.query(
    "insert into galley.work (id, kind, repository_id, subject, revision, asked_by, asked_at) values ($1, 'draft', '7', $2, $4, 'editor', $3)",
    [id, subject, askedAt, id],
  );
  return id;
}

async function begin(workId: string): Promise<Attempt> {
  const attempt = await createStore(database).begin(workId);
  assert.ok(attempt);
  return attempt;
}

test("attempts are numbered, and read what earlier ones saved", async () => {
  const id = await addWork();
  const first = await begin(id);
  await first.save("read", { words: "Grüße" });
  await first.save("permitted", false);
  const second = await begin(id);
  assert.deepEqual([first.number, second.number], [1, 2]);
  assert.deepEqual(await second.load("read", z.object({ words: z.string() })), { words: "Grüße" });
  assert.equal(await second.load("permitted", z.boolean()), false);
  assert.equal(await second.load("other", z.unknown()), undefined);
});

test("values of every kind come back as they were saved", async () => {
  const attempt = await begin(await addWork());
  for (const value of ["text", "", 0, null, [1, "2"], { a: { b: null } }, '{"a":1}']) {
    await attempt.save("step", value);
    assert.deepEqual(await attempt.load("step", z.unknown()), value);
  }
  await attempt.save("step", { text: "a\0b\uD800c" });
  assert.deepEqual(await attempt.load("step", z.unknown()), { text: "a\uFFFDb\uFFFDc" });
});

test("an attempt that lost its work saves and finishes nothing", async () => {
  const id = await addWork();
  const older = await begin(id);
  const newer = await begin(id);
  await newer.save("written", "new");
  await assert.rejects(older.save("written", "old"), superseded);
  await assert.rejects(older.finish("opened"), superseded);
  assert.equal(await newer.load("written", z.string()), "new");
  await newer.finish("opened");
  await assert.rejects(newer.save("written", "late"), superseded);
  await assert.rejects(newer.finish("refused"), superseded);
});

test("finished work is not taken up again, and what the sources said and what was written is forgotten", async () => {
  const id = await addWork();
  const attempt = await begin(id);
  const steps = [
    "read",
    "write plan",
    "write section 1",
    "write announcement",
    "written",
    "named",
    "a later one",
  ];
  for (const step of [...steps, "opened", "spent"]) await attempt.save(step, step);
  await attempt.finish("opened");
  assert.equal(await createStore(database).begin(id), undefined);
  assert.equal(await createStore(database).begin(randomUUID()), undefined);
  const rows = await database.query("select step from galley.checkpoint where work_id = $1 order by step", [
    id,
  ]);
  assert.deepEqual(rows, [{ step: "opened" }, { step: "spent" }]);
});

test("a pull request is remembered once and found by its number and its issue", async () => {
  const store = createStore(database);
  const id = await addWork();
  const pullRequest = {
    repositoryId: "7",
    number: 5,
    issueNumber: 3,
    nodeId: "PR_5",
    branch: "blog/a",
    file: "content/blog/a.md",
    slug: "a",
    day: "2026-05-05",
    headOid: "c0ffee",
    sources: ["calls/a.md"],
    angle: "An angle.",
  };
  const place = { installationId: 5, owner: "acme", name: "notes" };
  await store.savePullRequest(id, pullRequest, place);
  await store.savePullRequest(id, { ...pullRequest, headOid: "other" }, place);
  await store.savePullRequest(id, { ...pullRequest, number: 12, nodeId: "PR_12" }, place);
  const older = { ...pullRequest, number: 4, issueNumber: 2, slug: null, day: null };
  await store.savePullRequest(id, older, place);
  assert.deepEqual(await store.loadPullRequest("7", 5), pullRequest);
  assert.equal((await store.loadPullRequest("7", 4))?.slug, null);
  assert.equal((await store.loadPullRequestOfIssue("7", 3))?.number, 12);
  assert.equal(await store.loadPullRequest("8", 5), undefined);
  assert.equal(await store.loadPullRequestOfIssue("7", 4), undefined);
});

test("one draft at a time may have an issue, and keeps it until it ends", async () => {
  const store = createStore(database);
  const [first, second] = [await addWork("issue:77"), await addWork("issue:77")];
  const attempt = await begin(first);
  assert.equal(await store.claimIssue(first, "7", 77), true);
  assert.equal(await store.claimIssue(second, "7", 77), false);
  assert.equal(await store.claimIssue(first, "7", 77), true);
  assert.equal(await store.claimIssue(second, "7", 78), true);
  await attempt.finish("opened");
  assert.equal(await store.claimIssue(second, "7", 77), true);
});
