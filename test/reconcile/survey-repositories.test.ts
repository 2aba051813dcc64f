import assert from "node:assert/strict";
import { test } from "node:test";
import { RetryableError, UnreachableError } from "../../src/errors.ts";
import { surveyRepositories } from "../../src/reconcile/survey-repositories.ts";

const now = new Date("2026-05-05T12:00:00Z");
const hours = (count: number) => new Date(now.getTime() - count * 3_600_000);
const repository = (id: number, owner: string) => ({
  id: String(id),
  nodeId: `R_${id}`,
  owner,
  name: `notes-${id}`,
});

/** Two installations, 5 with 101 repositories and 6 with one; every tenth repository has settings. */
function createWorld(options: { seenUntil: Date | null; fails?: (installationId: number) => Error | null }) {
  const asked: string[] = [];
  const enqueued: string[] = [];
  const ended: (Date | null)[] = [];
  const note = async (...told: readonly unknown[]) => void asked.push(told.join(" "));
  const turn = {
    seenUntil: options.seenUntil,
    renew: async () => true,
    end: async (seenUntil: Date | null) => void ended.push(seenUntil),
  };
  const owned = {
    5: Array.from({ length: 101 }, (_, id) => repository(id, "acme")),
    6: [repository(1000, "globex")],
  };
  return {
    asked,
    enqueued,
    ended,
    installations: {
      async list() {
        await note("list");
        return [
          { id: 5, owner: "acme" },
          { id: 6, owner: "globex" },
          { id: 7, owner: "stranger" },
        ];
      },
      async listRepositories(id: number, page: number) {
        await note("repositories", id, page);
        const failure = options.fails?.(id);
        if (failure) throw failure;
        return owned[id as 5 | 6].slice((page - 1) * 100, page * 100);
      },
      async findVersions(id: number, nodeIds: readonly string[]) {
        await note("versions", id, nodeIds.length);
        return new Map(nodeIds.filter((nodeId) => nodeId.endsWith("0")).map((nodeId) => [nodeId, "c0ffee"]));
      },
    },
    places: {
      noteRepository: async (id: string) => id === "1000",
      noteInstallation: note,
      moveRepository: note,
    },
    queue: {
      enqueue: async ({ key }: { key: { repositoryId: string; revision: string } }) => {
        enqueued.push(`${key.repositoryId} ${key.revision}`);
        return "enqueued" as const;
      },
    },
    watch: { take: async () => turn },
    allowedOwners: ["acme", "globex"],
    clock: { now: () => now },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  };
}

const { signal } = new AbortController();

test("two requests for each hundred repositories, and work for each version of the settings", async () => {
  const world = createWorld({ seenUntil: hours(24) });
  await surveyRepositories(world, signal);
  assert.deepEqual(world.asked, [
    "list",
    "repositories 5 1",
    "versions 5 100",
    "repositories 5 2",
    "versions 5 1",
    "5 reachable acme",
    "repositories 6 1",
    "versions 6 1",
    "6 reachable globex",
  ]);
  assert.equal(world.enqueued.length, 12);
  assert.deepEqual(world.enqueued.slice(-2), ["100 file:c0ffee", "1000 file:c0ffee"]);
  assert.deepEqual(world.ended, [now]);
});

test("within a day of the last one nothing is asked, nor at the first start, which begins the day", async () => {
  for (const [seenUntil, ended] of [
    [hours(23), null],
    [null, now],
  ] as const) {
    const world = createWorld({ seenUntil });
    await surveyRepositories(world, signal);
    assert.deepEqual([world.asked, world.ended], [[], [ended]]);
  }
});

test("one installation that fails keeps no other; when all fail, the next look begins anew", async () => {
  const one = createWorld({
    seenUntil: hours(48),
    fails: (id) => (id === 5 ? new UnreachableError("gone") : null),
  });
  await surveyRepositories(one, signal);
  assert.deepEqual(one.asked, [
    "list",
    "repositories 5 1",
    "5 gone",
    "repositories 6 1",
    "versions 6 1",
    "6 reachable globex",
  ]);
  assert.deepEqual(one.ended, [now]);
  const all = createWorld({ seenUntil: hours(48), fails: () => new RetryableError("GitHub is away") });
  await surveyRepositories(all, signal);
  assert.deepEqual(all.ended, [null]);
});
