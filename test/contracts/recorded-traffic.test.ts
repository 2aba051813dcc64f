import assert from "node:assert/strict";
import { test } from "node:test";
import { restOperations } from "../../src/sandbox/github/operations/all.ts";
import { findRestOperation } from "../../src/sandbox/github/router.ts";
import { compareShape } from "./support/compare-shape.ts";
import { restContract } from "./support/judge-rest.ts";
import { leftOut, notCompared, readScenarios } from "./support/recorded-traffic.ts";
import { type Replayed, replay } from "./support/replay.ts";

const scenarios = readScenarios();
const nameRow = ({ recorded: { method, path } }: Pick<Replayed, "recorded">) => `${method} ${path}`;
const isLeftOut = (scenario: string, row: string) =>
  leftOut.some((one) => one.scenario.test(scenario) && one.request.test(row));

/** All names of properties that stand anywhere in today's document. */
const known = new Set<string>();
function collect(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  const { properties } = value as { properties?: object };
  for (const name of Object.keys(properties ?? {})) known.add(name);
  for (const inner of Object.values(value)) collect(inner);
}
collect({ ...restContract().entries, ...restContract().schemas });

/** What is told of an answer that is not what GitHub's was. */
function judge({ recorded, status, body }: Replayed): string[] {
  if (status !== recorded.status) return [`the status is ${status}, GitHub's was ${recorded.status}`];
  // What is said of a refusal is part of the answer.
  const said = status >= 300 ? [[read(body, "message"), read(recorded.response, "message")]] : [];
  const wrong = said.filter(([ours, theirs]) => ours !== theirs);
  return [
    ...wrong.map(([ours, theirs]) => `it says ${ours}, GitHub said ${theirs}`),
    ...compareShape(body, recorded.response, known).filter(
      (what) => !notCompared.some(({ at }) => at.test(what)),
    ),
  ];
}

const read = (value: unknown, key: string) => (value as Record<string, unknown>)[key];

/** Played only when something of it is not left out. */
const wanted = [...scenarios].filter(([name, rows]) =>
  rows.some((recorded) => !isLeftOut(name, nameRow({ recorded }))),
);
const replayed = new Map<string, Replayed[]>();
for (const [name, rows] of wanted) replayed.set(name, await replay(name, rows));

test("what GitHub was asked and answered, the sandbox answers alike", (t) => {
  const cases = [...replayed].flatMap(([scenario, rows]) =>
    rows.filter((row) => !isLeftOut(scenario, nameRow(row))),
  );
  assert.deepEqual(
    cases.flatMap((row) => judge(row).map((what) => `${nameRow(row)}: ${what}`)),
    [],
  );
  assert.ok(cases.length >= 8);
  t.diagnostic(`${cases.length} of ${[...scenarios.values()].flat().length} recorded requests`);
});

test("what is left out is what the sandbox does not know", (t) => {
  // Of the scenarios that are not replayed, too: whatever the sandbox learns is to be judged.
  const learned = (known: typeof restOperations) =>
    [...scenarios].flatMap(([scenario, rows]) =>
      rows
        .filter((recorded) => isLeftOut(scenario, nameRow({ recorded })))
        .filter(({ method, path }) => findRestOperation(known, method, new URL(path, "http://host").pathname))
        .map((recorded) => nameRow({ recorded })),
    );
  assert.deepEqual(
    learned(restOperations),
    [],
    "take them off the list in test/contracts/support/recorded-traffic.ts",
  );
  const all = [...scenarios].flatMap(([name, rows]) =>
    rows.map((recorded) => [name, nameRow({ recorded })] as const),
  );
  for (const { scenario, request } of leftOut)
    assert.ok(
      all.some(([name, row]) => scenario.test(name) && request.test(row)),
      String(scenario),
    );
  t.diagnostic(`${leftOut.length} reasons`);
});

test("what is not compared is still another", () => {
  const rows = [...replayed.values()].flat();
  const all = rows.flatMap(({ recorded, body }) => compareShape(body, recorded.response, known));
  for (const { at, reason } of notCompared)
    assert.ok(
      all.some((what) => at.test(what)),
      reason,
    );
});

test("negative control: another status, another word, another shape is noticed", () => {
  const rows = [...replayed.values()].flat().filter(({ status }) => status !== 501);
  const moved = rows.find(({ status }) => status === 301);
  const shown = rows.find(({ recorded }) => recorded.path === "/repos/octokit-fixture-org/hello-world");
  assert.ok(moved && shown);
  assert.match(judge({ ...moved, status: 302 }).join(), /the status is 302/);
  assert.match(judge({ ...moved, body: { ...Object(moved.body), message: "Gone" } }).join(), /it says Gone/);
  const change = (what: object) => judge({ ...shown, body: { ...Object(shown.body), ...what } }).join();
  assert.equal(change({}), "");
  assert.match(change({ id: "1" }), /\/id is string, GitHub's was number/);
  assert.match(change({ shoe_size: 44 }), /\/shoe_size is nothing that GitHub sends/);
  assert.match(change({ owner: {} }), /\/owner\/login is missing/);
  assert.match(change({ created_at: "yesterday" }), /\/created_at is yesterday/);
  assert.match(change({ issues_url: "http://host/issues" }), /\/issues_url is http/);
  assert.match(judge({ ...shown, body: {} }).join(), /\/id is missing/);
});

test("negative control: every replayed answer is refused when it is empty", (t) => {
  const rows = [...replayed.values()]
    .flat()
    .filter(({ status, body }) => status !== 501 && typeof body === "object");
  for (const row of rows) assert.notDeepEqual(judge({ ...row, body: Array.isArray(row.body) ? [] : {} }), []);
  t.diagnostic(`${rows.length} answers`);
});
