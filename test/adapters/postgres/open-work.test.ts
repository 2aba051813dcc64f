import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { beforeEach, test } from "node:test";
import { createOpenWork, createPlaces } from "../../../src/adapters/postgres/open-work.ts";
import { createStore } from "../../../src/adapters/postgres/store.ts";
import { useDatabase } from "../../support/database.ts";

const database = await useDatabase();
beforeEach(async () => {
  for (const table of ["pull_request", "installation", "work"])
    await database.query(`delete from galley.${table}`);
});

const place = { installationId: 5, owner: "acme", name: "notes" };

/** Work that waits, and a pull request of ours. */
async function save(number: number, installationId = 5): Promise<void> {
  const id = randomUUID();
  const payload = {
    target: { installationId, repository: { id: "7", owner: "acme", name: "notes" } },
    at: "x",
  };
  await database.query(
    `insert into galley.work (id, kind, repository_id, subject, revision, asked_by, asked_at, payload)
     values ($1, 'close', '7', $2, '', '', now(), $3)`,
    [id, String(number), JSON.stringify(payload)],
  );
  const pullRequest = {
    repositoryId: "7",
    number,
    issueNumber: 3,
    nodeId: `PR_${number}`,
    branch: "b",
    file: "f",
    slug: null,
    day: null,
    headOid: "o",
    sources: [],
    angle: "",
  };
  await createStore(database).savePullRequest(id, pullRequest, { ...place, installationId });
}

const due = async () => (await createOpenWork(database).listDue(10)).map(({ number }) => number);

test("what is open or may be opened again is due, what was looked at longest ago first", async () => {
  for (const number of [1, 2, 3, 4]) await save(number);
  const store = createStore(database);
  await store.saveEnd("7", 1, "merged");
  await store.saveEnd("7", 2, "closed");
  const openWork = createOpenWork(database);
  const [third] = (await openWork.listDue(10)).filter(({ number }) => number === 3);
  assert.ok(third);
  await openWork.markLooked([third]);
  assert.deepEqual((await due()).toSorted(), [2, 3, 4]);
  assert.equal((await due()).at(-1), 3);
  await database.query("update galley.pull_request set ended = 'lost' where number = 3");
  await database.query(
    "update galley.pull_request set ended_at = now() - interval '31 days' where number = 2",
  );
  assert.deepEqual(await due(), [4]);
});

test("an installation that cannot be reached is not asked; a suspended one again after an hour", async () => {
  await save(1, 5);
  await save(2, 6);
  const places = createPlaces(database);
  await places.noteInstallation(5, "suspended");
  await places.noteInstallation(6, "gone");
  assert.deepEqual(await due(), []);
  await database.query("update galley.installation set noticed_at = now() - interval '2 hours'");
  assert.deepEqual(await due(), [1]);
  await places.noteInstallation(9, "reachable", "Acme");
  assert.deepEqual((await due()).toSorted(), [1, 2], "installed again under another number");
});

test("a transfer moves rows and waiting work, and nothing else in them", async () => {
  await save(1);
  await createPlaces(database).moveRepository("7", { installationId: 8, owner: "beta", name: "journal" });
  const [item] = await createOpenWork(database).listDue(1);
  assert.deepEqual([item?.installationId, item?.owner, item?.name], [8, "beta", "journal"]);
  const [work] = await database.query("select payload from galley.work");
  assert.deepEqual(JSON.parse(String(work?.payload)), {
    target: { installationId: 8, repository: { id: "7", owner: "beta", name: "journal" } },
    at: "x",
  });
});

test("a repository that moved keeps its schedules, under its new name and installation", async () => {
  await database.query(
    `insert into galley.schedule (repository_id, series, installation_id, owner, name, label, cron, timezone, next_at)
     values ('70', 'A', '5', 'acme', 'notes', 'blog-idea', '0 9 * * 2', 'UTC', now()),
            ('71', 'A', '5', 'acme', 'other', 'blog-idea', '0 9 * * 2', 'UTC', now())`,
  );
  await createPlaces(database).moveRepository("70", { installationId: 6, owner: "globex", name: "words" });
  const rows = await database.query(
    "select installation_id, owner, name from galley.schedule order by repository_id",
  );
  assert.deepEqual(rows, [
    { installation_id: "6", owner: "globex", name: "words" },
    { installation_id: "5", owner: "acme", name: "other" },
  ]);
});

test("what two looks an hour apart do not see is lost, and is looked at again when its repository is seen", async () => {
  await save(1);
  await save(2);
  const openWork = createOpenWork(database);
  const [item] = (await openWork.listDue(10)).filter(({ number }) => number === 1);
  assert.ok(item);
  const anHourLater = () =>
    database.query("update galley.pull_request set ended_at = ended_at - interval '61 minutes'");
  assert.equal(await openWork.markMissing(item), false);
  assert.equal(await openWork.markMissing(item), false, "the next look may be part of the same trouble");
  await anHourLater();
  await openWork.markSeen([item]);
  assert.equal(await openWork.markMissing(item), false, "seen in between, it begins anew");
  await anHourLater();
  assert.equal(await openWork.markMissing(item), true);
  assert.deepEqual(await due(), [2]);
  const places = createPlaces(database);
  const here = { installationId: 5, owner: "acme", name: "notes" };
  assert.equal(await places.noteRepository("7", here), true);
  assert.deepEqual((await due()).toSorted(), [1, 2]);
  assert.equal(await places.noteRepository("7", here), false, "known there");
  assert.equal(await openWork.markMissing(item), false, "and nothing is held against it");
  assert.equal(await places.noteRepository("7", { ...here, installationId: 6, owner: "globex" }), true);
  assert.equal((await openWork.listDue(1))[0]?.installationId, 6);
});

test("a closed one is not lost, and one that was opened again counts as seen", async () => {
  await save(1);
  const openWork = createOpenWork(database);
  const [item] = await openWork.listDue(1);
  assert.ok(item);
  const store = createStore(database);
  await store.saveEnd("7", 1, "closed");
  await database.query("update galley.pull_request set ended_at = now() - interval '2 hours'");
  assert.equal(await openWork.markMissing(item), false);
  assert.deepEqual(await due(), [1]);
  await store.saveEnd("7", 1, null);
  assert.equal(await openWork.markMissing(item), false);
});
