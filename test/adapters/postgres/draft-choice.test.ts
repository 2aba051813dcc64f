import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { beforeEach, test } from "node:test";
import { createStore } from "../../../src/adapters/postgres/store.ts";
import { useDatabase } from "../../support/database.ts";

const database = await useDatabase();
beforeEach(async () => {
  for (const table of ["draft_claim", "discard", "pull_request", "work"])
    await database.query(`delete from galley.${table}`);
});

async function addWork({ kind = "draft", subject = "issue:1", outcome = "opened" } = {}): Promise<string> {
  const id = randomUUID();
  await database.query(
    `insert into galley.work (id, kind, repository_id, subject, revision, asked_by, asked_at, outcome)
     values ($1, $2, '7', $3, $4, '', '2026-03-03T09:00:00Z', $5)`,
    [id, kind, subject, id, outcome],
  );
  return id;
}

const pullRequest = (number: number, issueNumber: number) => ({
  repositoryId: "7",
  number,
  issueNumber,
  nodeId: `PR_${number}`,
  branch: "blog/a",
  file: "a.md",
  slug: null,
  day: null,
  headOid: "c0ffee",
  sources: [],
  angle: "",
});

test("a day has its number of drafts, each repository its own, and a retry counts once", async () => {
  const store = createStore(database);
  const [first, second, third] = [await addWork(), await addWork(), await addWork()];
  const day = { repositoryId: "7", day: "2026-03-03", limit: 2 };
  const taken = [
    await store.takeDraftOfDay(first, day),
    await store.takeDraftOfDay(second, day),
    await store.takeDraftOfDay(third, day),
    await store.takeDraftOfDay(first, day),
    await store.takeDraftOfDay(third, { ...day, day: "2026-03-04" }),
    await store.takeDraftOfDay(await addWork(), { ...day, repositoryId: "8" }),
    await store.takeDraftOfDay(await addWork(), { ...day, repositoryId: "9", limit: 0 }),
  ];
  assert.deepEqual(taken, [true, true, false, true, true, true, false]);
});

test("several at the same time do not pass the limit", async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => addWork()));
  const day = { repositoryId: "7", day: "2026-03-03", limit: 2 };
  const taken = await Promise.all(ids.map((id) => createStore(database).takeDraftOfDay(id, day)));
  assert.equal(taken.filter(Boolean).length, 2);
});

const place = { installationId: 5, owner: "acme", name: "notes" };

test("what is drafted, discarded or refused to a schedule is passed over; what a person was refused is not", async () => {
  const store = createStore(database);
  await store.savePullRequest(await addWork(), pullRequest(11, 1), place);
  await store.saveDiscard(pullRequest(12, 2), { person: "editor", at: new Date(0) });
  const claim = async (issue: number, work: Parameters<typeof addWork>[0]) => {
    assert.equal(await store.claimIssue(await addWork(work), "7", issue), true);
  };
  await claim(3, { kind: "schedule", outcome: "refused" });
  await claim(4, { kind: "draft", outcome: "refused" });
  await claim(5, { kind: "schedule", outcome: "nothing" });
  assert.deepEqual([...(await store.listPassedOver("7", [1, 2, 3, 4, 5, 6]))].sort(), [1, 2, 3]);
  assert.deepEqual([...(await store.listPassedOver("7", []))], []);
  assert.deepEqual([...(await store.listPassedOver("8", [1, 2, 3]))], []);
  // A person who tries again takes it over from the schedule.
  await claim(3, { kind: "draft", outcome: "refused" });
  assert.deepEqual([...(await store.listPassedOver("7", [3]))], []);
});

test("the pull requests of a series are those that its schedule opened, the newest five", async () => {
  const store = createStore(database);
  for (let number = 1; number <= 6; number += 1)
    await store.savePullRequest(
      await addWork({ kind: "schedule", subject: "series:The Constellation" }),
      pullRequest(number, number),
      place,
    );
  await store.savePullRequest(
    await addWork({ kind: "schedule", subject: "series:B" }),
    pullRequest(7, 7),
    place,
  );
  await store.savePullRequest(await addWork(), pullRequest(8, 8), place);
  assert.deepEqual(await store.listScheduledPullRequests("7", "The Constellation"), [6, 5, 4, 3, 2]);
  assert.deepEqual(await store.listScheduledPullRequests("7", "B"), [7]);
});
