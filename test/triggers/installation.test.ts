import assert from "node:assert/strict";
import { test } from "node:test";
import type { WorkRequest } from "../../src/ports/job-queue.ts";
import { enqueueInstallation } from "../../src/triggers/installation.ts";

const installation = { id: 5, account: { login: "Acme" } };
const repositories = [
  { id: 7, name: "notes", full_name: "Acme/notes" },
  { id: 8, name: "site", full_name: "Acme/site" },
];

async function takeIn(payload: object, allowedOwners = ["acme"]) {
  const requests: WorkRequest[] = [];
  const forgotten: unknown[] = [];
  const queue = {
    enqueue: async (request: WorkRequest) => {
      requests.push(request);
      return "enqueued" as const;
    },
  };
  const schedules = {
    replace: async () => {},
    forgetRepositories: async (ids: readonly string[]) => void forgotten.push(...ids),
    forgetInstallation: async (id: number) => void forgotten.push(id),
    takeDue: async () => null,
  };
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  await enqueueInstallation({ id: "guid", payload }, { allowedOwners, queue, schedules, log });
  return { requests, forgotten };
}

for (const [action, field] of [
  ["created", "repositories"],
  ["added", "repositories_added"],
]) {
  test(`${action}: the settings of every repository are read`, async () => {
    const { requests, forgotten } = await takeIn({ action, installation, [`${field}`]: repositories });
    assert.deepEqual(forgotten, []);
    assert.deepEqual(
      requests.map(({ deliveryId, key }) => [deliveryId, key.repositoryId, key.revision]),
      [
        ["guid/7", "7", "delivery:guid"],
        ["guid/8", "8", "delivery:guid"],
      ],
    );
    assert.deepEqual(requests[1]?.job, {
      kind: "settings",
      because: "delivery:guid",
      target: { installationId: 5, repository: { id: "8", owner: "Acme", name: "site" } },
    });
  });
}

test("what went is forgotten", async () => {
  assert.deepEqual((await takeIn({ action: "deleted", installation })).forgotten, [5]);
  const removed = await takeIn({ action: "removed", installation, repositories_removed: repositories });
  assert.deepEqual(removed.forgotten, ["7", "8"]);
  assert.deepEqual(removed.requests, []);
});

test("an owner who is not served is not read, but forgotten", async () => {
  const created = await takeIn({ action: "created", installation, repositories }, ["somebody"]);
  assert.deepEqual(created.requests, []);
  assert.deepEqual((await takeIn({ action: "deleted", installation }, ["somebody"])).forgotten, [5]);
});

test("other actions and other payloads are left alone", async () => {
  for (const payload of [{ action: "suspend", installation }, {}, { action: "created" }]) {
    const { requests, forgotten } = await takeIn(payload);
    assert.deepEqual([requests, forgotten], [[], []]);
  }
});
