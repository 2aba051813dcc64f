import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseMoments, type Point } from "../../src/sources/choose-moments.ts";
import { listRuns } from "../../src/sources/list-runs.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import { createRoom } from "../../src/sources/passage-room.ts";
import { indexUnits } from "../../src/sources/ranking/index-units.ts";
import { sourceOf } from "../fixtures/sources.ts";

const filler = "We went on with the usual things and nobody had anything else to add to that part of it.";
/** Sixty turns of nothing, with what is to be found at some of them. */
function makeTalk(id: string, said: Record<number, string>) {
  const turns = Array.from({ length: 60 }, (_, at) => `**Ana:** ${said[at + 1] ?? filler}`);
  return parseTranscript(sourceOf(turns.join("\n\n"), `${id}.md`, id));
}
const talks = [
  makeTalk("S1", { 10: "The bridge froze in the storm.", 40: "We paid the ferry crew double." }),
  makeTalk("S2", { 20: "A storm took the second bridge.", 50: "The ferry crew went on strike." }),
];
const runs = listRuns(talks, 2);
const index = indexUnits(runs);
const countTokens = (text: string) => text.split(" ").length;

function choose(points: Point[], limit: number, keep: string[] = []): string[] {
  const room = createRoom(runs, countTokens);
  const places = [...runs.keys()].filter((at) => keep.includes(idOf(at)));
  chooseMoments(runs, index, { points, keep: places, limit }, room);
  return [...room.taken].sort((a, b) => a - b).map(idOf);
}
const idOf = (at: number) => `${runs[at]?.passage.source}:${runs[at]?.passage.firstUtterance}`;

test("each point's best moment goes before any point's second", () => {
  const points = [{ text: "the frozen bridge in the storm" }, { text: "the strike of the ferry crew" }];
  const shown = choose(points, 400);
  assert.ok(shown.includes("S1:10") && shown.includes("S2:50"), shown.join());
  assert.ok(!shown.includes("S2:20") && !shown.includes("S1:40"), shown.join());
});

test("with more room, further moments of the points are shown", () => {
  const points = [{ text: "the frozen bridge in the storm" }, { text: "the strike of the ferry crew" }];
  const shown = choose(points, 1200);
  for (const id of ["S1:10", "S1:40", "S2:20", "S2:50"]) assert.ok(shown.includes(id), shown.join());
});

test("a moment is shown with the talk around it", () => {
  const shown = choose([{ text: "the frozen bridge" }], 200);
  assert.ok(shown.includes("S1:9") && shown.includes("S1:11"), shown.join());
});

test("what is less likely than the best place gets less room", () => {
  const shown = choose([{ text: "the frozen bridge in the storm" }], 1200);
  const countNear = (source: string, place: number) =>
    shown.filter((id) => id.startsWith(source) && Math.abs(Number(id.slice(3)) - place) < 5).length;
  assert.ok(countNear("S1", 10) > countNear("S2", 20) && countNear("S2", 20) > 0, shown.join());
});

test("a point of one source is looked for there only", () => {
  const shown = choose([{ text: "the frozen bridge in the storm", source: "S2" }], 150);
  assert.ok(shown.includes("S2:20") && shown.every((id) => id.startsWith("S2")), shown.join());
});

test("what is to be kept comes first, with what stands around it towards what is asked", () => {
  const shown = choose([{ text: "the frozen bridge in the storm" }], 60, ["S2:30"]);
  assert.ok(shown.includes("S2:29") && shown.includes("S2:30"), shown.join());
  assert.ok(!shown.includes("S1:10"), shown.join());
});

test("negative control: a point of which nobody speaks chooses nothing", () =>
  assert.deepEqual(choose([{ text: "zebras dancing" }], 400), []));
