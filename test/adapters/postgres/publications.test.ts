import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { test } from "node:test";
import { createPublications } from "../../../src/adapters/postgres/publications.ts";
import type { PublicationKey } from "../../../src/ports/publications.ts";
import { mayMove, type PublicationState } from "../../../src/publishing/publication.ts";
import { useDatabase } from "../../support/database.ts";

const clock = { now: () => new Date("2026-05-05T00:00:00Z") };
const database = await useDatabase();
const publications = createPublications(database, clock, randomUUID());

const states: readonly PublicationState[] = ["planned", "sending", "sent", "unknown", "failed", "skipped"];
let count = 0;
/** A publication of its own, in the state that is wanted. */
async function make(state?: PublicationState): Promise<PublicationKey> {
  count += 1;
  const key = { repositoryId: "7", pullRequestNumber: count };
  if (state === "sending") assert.ok(await publications.claim(key, "Old.", []));
  else if (state) await publications.plan(key, "Old.", { state, url: "https://old/", reason: "old" });
  return key;
}

async function readRow({ repositoryId, pullRequestNumber }: PublicationKey) {
  const [row] = await database.query(
    "select state, body, text_hash, url, reason from galley.publication where repository_id = $1 and pull_request_number = $2",
    [repositoryId, pullRequestNumber],
  );
  return row;
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const asIs = { body: "Old.", text_hash: hash("Old.") };

test("what was never planned is not there", async () =>
  assert.equal(await publications.load({ repositoryId: "7", pullRequestNumber: 0 }), undefined));

test("what is planned is read back, and stays as it is when it is planned again", async () => {
  const key = await make("skipped");
  await publications.plan(key, "New.", { state: "planned" });
  assert.deepEqual(await publications.load(key), {
    ...key,
    state: "skipped",
    text: "Old.",
    url: "https://old/",
    reason: "old",
  });
  const empty = await make();
  await publications.plan(empty, null, { state: "failed" });
  assert.deepEqual(await readRow(empty), {
    state: "failed",
    body: null,
    text_hash: null,
    url: null,
    reason: null,
  });
});

test("what is noted changes what was read and why, in the states that are named, and never the state", async () => {
  for (const state of states) {
    const key = await make(state);
    const before = await readRow(key);
    await publications.note(key, { text: "New.", reason: "new" }, ["planned", "failed", "skipped"]);
    const isNoted = ["planned", "failed", "skipped"].includes(state);
    const noted = { body: "New.", text_hash: hash("New."), reason: "new" };
    assert.deepEqual(await readRow(key), isNoted ? { ...before, ...noted } : before);
  }
});

test("a claim makes the row with the text that is sent, and its hash", async () => {
  const key = await make();
  assert.equal(await publications.claim(key, "Grüße 🌊", []), true);
  assert.deepEqual(await readRow(key), {
    state: "sending",
    body: "Grüße 🌊",
    text_hash: hash("Grüße 🌊"),
    url: null,
    reason: null,
  });
});

/** The arrows of the chart in src/publishing/publication.ts, written down a second time. */
const arrows = [
  "planned → sending",
  "sending → sent",
  "sending → unknown",
  "sending → failed",
  "unknown → sent",
  "unknown → failed",
  "failed → sending",
  "skipped → sending",
];

test("the chart has these arrows and no others", () => {
  const found = states.flatMap((from) =>
    states.filter((to) => mayMove(from, to)).map((to) => `${from} → ${to}`),
  );
  assert.deepEqual(found.sort(), arrows.toSorted());
});

for (const from of states)
  test(`from ${from}, only the arrows of the chart move it, even for a caller that allows every state`, async () => {
    for (const to of states) {
      const key = await make(from);
      const earlier = await readRow(key);
      const moved =
        to === "sending"
          ? await publications.claim(key, "New.", states)
          : await publications.record(key, { state: to, url: "https://new/", reason: "new" }, states);
      assert.equal(moved, arrows.includes(`${from} → ${to}`), to);
      const claimed = { state: to, body: "New.", text_hash: hash("New."), url: null, reason: null };
      const recorded = { ...asIs, state: to, url: "https://new/", reason: "new" };
      assert.deepEqual(await readRow(key), moved ? (to === "sending" ? claimed : recorded) : earlier);
    }
  });

test("an arrow that the caller did not name is not gone", async () => {
  const key = await make("failed");
  assert.equal(await publications.claim(key, "New.", ["planned", "skipped"]), false);
  assert.equal(await publications.claim(key, "New.", []), false);
  const unknown = await make("unknown");
  assert.equal(await publications.record(unknown, { state: "sent" }, ["sending"]), false);
  assert.equal((await publications.load(unknown))?.state, "unknown");
});

test("nothing is recorded of what is not there", async () => {
  const key = await make();
  assert.equal(await publications.record(key, { state: "sent" }, states), false);
  assert.equal(await publications.load(key), undefined);
});

for (const start of [undefined, "planned", "failed"] as const)
  test(`of many claims at once on ${start ?? "no row"}, one wins`, async () => {
    const key = await make(start);
    const texts = ["a", "b", "c", "d", "e"];
    const wins = await Promise.all(texts.map((text) => publications.claim(key, text, ["planned", "failed"])));
    assert.equal(wins.filter(Boolean).length, 1);
    assert.equal((await publications.load(key))?.text, texts[wins.indexOf(true)]);
  });

test("of two records at once, one wins", async () => {
  const key = await make("unknown");
  const wins = await Promise.all([
    publications.record(key, { state: "sent", url: "https://a/" }, ["unknown"]),
    publications.record(key, { state: "failed", reason: "b" }, ["unknown"]),
  ]);
  assert.equal(wins.filter(Boolean).length, 1);
});

test("pull requests of the same number in two repositories are two", async () => {
  const key = await make("sent");
  assert.equal(await publications.claim({ ...key, repositoryId: "8" }, "New.", []), true);
  assert.equal((await publications.load(key))?.state, "sent");
});

test("a start that proves the others dead makes unknown of what was being sent, and of nothing else", async () => {
  await publications.markInterrupted("Earlier tests.");
  const keys = new Map<PublicationState, PublicationKey>();
  for (const state of states) keys.set(state, await make(state));
  const found = await publications.markInterrupted("Galley was stopped.");
  assert.deepEqual(
    found.map(({ repositoryId, pullRequestNumber }) => ({ repositoryId, pullRequestNumber })),
    [keys.get("sending")],
  );
  for (const [state, key] of keys) {
    const expected = state === "sending" ? "unknown" : state;
    const { state: now, reason, text } = (await publications.load(key)) ?? {};
    const why = state === "sending" ? "Galley was stopped." : "old";
    assert.deepEqual([now, reason, text], [expected, why, "Old."]);
  }
  assert.deepEqual(await publications.markInterrupted("Again."), []);
});

test("what a living process sends is its own, and is unknown when that process is crossed out", async () => {
  const sender = randomUUID();
  await database.query("insert into galley.instance (id) values ($1)", [sender]);
  const sending = createPublications(database, clock, sender);
  count += 1;
  const key = { repositoryId: "7", pullRequestNumber: count };
  assert.equal(await sending.claim(key, "New.", []), true);
  assert.deepEqual(await publications.markInterrupted("It stopped."), []);
  await database.query("delete from galley.instance where id = $1", [sender]);
  const [found] = await publications.markInterrupted("It stopped.");
  assert.equal(found?.pullRequestNumber, key.pullRequestNumber);
});

test("a text that PostgreSQL would refuse is kept with replacement characters", async () => {
  const key = await make();
  assert.equal(await publications.claim(key, "a\0b\uD800c", []), true);
  assert.equal((await publications.load(key))?.text, "a\uFFFDb\uFFFDc");
  assert.equal(await publications.record(key, { state: "failed", reason: "r\0" }, ["sending"]), true);
  const planned = await make();
  await publications.plan(planned, "\0", { state: "planned", reason: "\0" });
  assert.equal((await publications.load(planned))?.text, "\uFFFD");
});
