import assert from "node:assert/strict";
import { test } from "node:test";
import { assembleDraft, type Composition } from "../../../src/drafting/composition.ts";
import { mendDraft } from "../../../src/drafting/repair/mend-draft.ts";
import type { Objection } from "../../../src/drafting/repair/objection.ts";
import { briefOf } from "../../fixtures/sources.ts";
import {
  announcementAnswer,
  compositionOf,
  planAnswer,
  queues,
  repairingOf,
  sectionAnswers,
  sectionOf,
} from "../scripts.ts";

const bill = { model: "scripted", usage: { promptTokens: 0, completionTokens: 0 } };
const assemble = (composition: Composition) => assembleDraft(composition, [queues], bill);
const wrong = "Ninety broken messages can take down every worker.";
const composition = compositionOf({ 1: sectionOf(wrong, ["S1:u6.2"]) });
const lines = assemble(composition).markdown.split("\n");
const objectTo = (at: Objection["at"]): Objection => ({ at, about: null, message: "It is wrong." });
const atSection = objectTo(lines.indexOf(wrong) + 1);

const { sections, ...head } = planAnswer;
const script = {
  "repair head": [{ ...head, title: "Another title", headings: [] }],
  "repair section 2": [sectionAnswers[1]],
  "repair announcement": [announcementAnswer],
};

async function mend(objections: readonly Objection[], isTaken = true, change: Partial<typeof script> = {}) {
  const { repairing, asked } = repairingOf({ ...script, ...change });
  const compared: string[] = [];
  const mended = await mendDraft(repairing, composition, objections, {
    assemble,
    isBetter(one, current) {
      compared.push(`${current.title} > ${one.title}`);
      return isTaken;
    },
  });
  return { draft: assemble(mended), steps: asked.map(({ step }) => step), compared };
}

test("each part that something is wrong with is asked for once, the announcement last", async () => {
  const objections = [objectTo("announcement"), atSection, atSection, objectTo("title"), objectTo(1)];
  const { draft, steps, compared } = await mend(objections);
  assert.deepEqual(steps, ["repair head", "repair section 2", "repair announcement"]);
  assert.equal(draft.title, "Another title");
  assert.match(draft.markdown, /^One broken message can take down every worker\.$/m);
  assert.deepEqual(compared, [
    "What a message queue has to promise > Another title",
    "Another title > Another title",
    "Another title > Another title",
  ]);
});

test("what is not better is not taken", async () => {
  const { draft, steps } = await mend([atSection, objectTo("title")], false);
  assert.deepEqual(draft, assemble(composition));
  assert.deepEqual(steps, ["repair head", "repair section 2"]);
});

test("a section whose heading was mended before is shown what it was written from", async () => {
  const read = async (objections: readonly Objection[]) => {
    const headings = ["Disks", "Rabbits and Postgres in Helsinki", "Mornings"];
    const { repairing, asked } = repairingOf({ ...script, "repair head": [{ ...head, headings }] });
    await mendDraft(repairing, composition, objections, { assemble, isBetter: () => true });
    return asked.find(({ step }) => step === "repair section 2")?.user;
  };
  assert.equal(await read([objectTo("title"), atSection]), await read([atSection]));
});

test("without objections nothing is asked", async () => {
  const { draft, steps } = await mend([]);
  assert.deepEqual([draft, steps], [assemble(composition), []]);
});

test("the asker's own hook and angle are not the model's to mend", async () => {
  const { repairing, asked } = repairingOf(script);
  const brief = briefOf("What queues promise", { hook: "Ours.", angle: "Ours too." });
  const own = { ...repairing, request: { ...repairing.request, brief } };
  const objections = [objectTo("hook"), objectTo("angle"), objectTo(1)];
  await mendDraft(own, composition, objections, { assemble, isBetter: () => true });
  assert.deepEqual(asked, []);
  await mendDraft(own, composition, [objectTo("title")], { assemble, isBetter: () => true });
  assert.equal(asked.length, 1);
});

test("an abort ends it with the signal's reason", async () => {
  const { repairing } = repairingOf(script);
  const signal = AbortSignal.abort(new Error("stopping"));
  const options = { assemble, isBetter: () => true };
  await assert.rejects(mendDraft({ ...repairing, signal }, composition, [atSection], options), {
    message: "stopping",
  });
});
