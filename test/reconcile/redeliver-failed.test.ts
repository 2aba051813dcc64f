import assert from "node:assert/strict";
import { test } from "node:test";
import { PermanentError, RetryableError } from "../../src/errors.ts";
import type { LoggedDelivery } from "../../src/ports/app-hooks.ts";
import { redeliverFailed } from "../../src/reconcile/redeliver-failed.ts";

const now = new Date("2026-05-05T12:00:00Z");
const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const failed = (guid: string, minutes: number): LoggedDelivery => ({
  id: `${guid}-1`,
  guid,
  deliveredAt: at(minutes),
  isTaken: false,
});

/** A world of pages, with everything that was asked of it in its order. */
function createWorld(pages: LoggedDelivery[][], options: { seenUntil?: Date; fails?: Error } = {}) {
  const asked: string[] = [];
  const ended: (Date | null)[] = [];
  const none = { debug() {}, info() {}, warn() {}, error() {} };
  const turn = {
    seenUntil: options.seenUntil ?? null,
    renew: async () => true,
    end: async (seenUntil: Date | null) => void ended.push(seenUntil),
  };
  return {
    asked,
    ended,
    isTaken: false,
    hooks: {
      async list(cursor: string | null) {
        asked.push(`list ${cursor}`);
        const index = Number(cursor ?? 0);
        const next = index + 1 < pages.length ? String(index + 1) : null;
        return { deliveries: pages[index] ?? [], next };
      },
      async redeliver(id: string) {
        asked.push(`redeliver ${id}`);
        if (options.fails) throw options.fails;
      },
    },
    watch: { take: async () => turn },
    redeliveries: {
      listMissing: async (guids: readonly string[]) =>
        guids.map((guid) => ({ guid, attempts: 0, askedAt: null })),
      count: async (guid: string) => void asked.push(`count ${guid}`),
    },
    clock: { now: () => now },
    log: none,
  };
}

const { signal } = new AbortController();

test("each page is read once, what failed is counted and asked for oldest first, and the newest is remembered", async () => {
  const world = createWorld([[failed("c", 1), failed("b", 2)], [failed("a", 3)]]);
  await redeliverFailed(world, signal);
  assert.deepEqual(world.asked, [
    "list null",
    "list 1",
    ...["a", "b", "c"].flatMap((guid) => [`count ${guid}`, `redeliver ${guid}-1`]),
  ]);
  assert.deepEqual(world.ended, [at(1)]);
});

test("a page that reaches back to the last look is the last one, and nothing older is asked for", async () => {
  const world = createWorld([[failed("new", 1), failed("old", 30)], [failed("older", 60)]], {
    seenUntil: at(5),
  });
  await redeliverFailed(world, signal);
  assert.deepEqual(world.asked, ["list null", "count new", "redeliver new-1"]);
});

test("what GitHub will not send again keeps nobody; a limit ends the look, and nothing counts as seen", async () => {
  const pages = [[failed("b", 1), failed("a", 2)]];
  const refused = createWorld(pages, { fails: new PermanentError("gone") });
  await redeliverFailed(refused, signal);
  assert.equal(refused.asked.filter((line) => line.startsWith("redeliver")).length, 2);
  assert.deepEqual(refused.ended, [at(1)]);
  const limited = createWorld(pages, { fails: new RetryableError("slow down") });
  await assert.rejects(redeliverFailed(limited, signal), /slow down/);
  assert.deepEqual(limited.ended, [null]);
});

test("while another process has the turn nothing is asked", async () => {
  const world = { ...createWorld([[failed("a", 1)]]), watch: { take: async () => undefined } };
  await redeliverFailed(world, signal);
  assert.deepEqual(world.asked, []);
});
