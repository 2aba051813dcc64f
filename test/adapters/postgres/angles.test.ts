import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { beforeEach, test } from "node:test";
import { createStore } from "../../../src/adapters/postgres/store.ts";
import { useDatabase } from "../../support/database.ts";

const database = await useDatabase();
beforeEach(async () => {
  for (const table of ["angles", "discard", "pull_request", "work"])
    await database.query(`delete from galley.${table}`);
});

const at = new Date("2026-03-03T09:00:00Z");
const issue = { repositoryId: "7", issueNumber: 1 };

test("an issue has the angles that were proposed last, with the text that they were proposed for", async () => {
  const store = createStore(database);
  assert.equal(await store.loadAngles(issue), undefined);
  const angles = [{ title: "A\0", angle: "First." }];
  await store.saveAngles(issue, { issueHash: "old", angles: [] }, at);
  await store.saveAngles(issue, { issueHash: "new", angles }, at);
  assert.deepEqual(await store.loadAngles(issue), {
    issueHash: "new",
    angles: [{ title: "A\uFFFD", angle: "First." }],
  });
  assert.equal(await store.loadAngles({ ...issue, issueNumber: 2 }), undefined);
});

test("earlier angles are listed with what became of them, the newest first", async () => {
  const store = createStore(database);
  const workId = randomUUID();
  await database.query(
    `insert into galley.work (id, kind, repository_id, subject, revision, asked_by, asked_at)
     values ($1, 'draft', '7', 'issue:1', 'a', '', '2026-03-03T09:00:00Z')`,
    [workId],
  );
  const place = { installationId: 1, owner: "acme", name: "blog" };
  for (const [number, angle] of [
    [1, "one"],
    [2, "two"],
    [3, "three"],
    [4, ""],
  ] as const) {
    const names = { nodeId: "n", branch: "b", file: `${number}.md`, slug: null, day: null, headOid: "c" };
    const pullRequest = { ...issue, ...names, number, sources: [], angle };
    await store.savePullRequest(workId, pullRequest, place);
    if (number === 2) await store.saveDiscard(pullRequest, { person: "p", at });
  }
  await store.saveEnd("7", 1, "merged");
  const listed = await store.listEarlierAngles("7");
  assert.deepEqual(
    listed.map(({ number, angle, state }) => [number, angle, state]),
    [
      [3, "three", "open"],
      [2, "two", "discarded"],
      [1, "one", "merged"],
    ],
  );
  assert.deepEqual(await store.listEarlierAngles("8"), []);
});
