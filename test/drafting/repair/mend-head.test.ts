import assert from "node:assert/strict";
import { test } from "node:test";
import { mendHead } from "../../../src/drafting/repair/mend-head.ts";
import type { Objection } from "../../../src/drafting/repair/objection.ts";
import { briefOf } from "../../fixtures/sources.ts";
import { compositionOf, planAnswer, repairingOf } from "../scripts.ts";

const composition = compositionOf();
const { sections, ...answer } = planAnswer;
const headings = sections.map(({ heading }) => heading);
const objection = { about: null, message: 'It says a name, "vantaro".' };
const mend = (change: object, brief = briefOf("What queues promise"), at: Objection["at"] = "title") => {
  const { repairing, asked } = repairingOf({ "repair head": [{ ...answer, headings, ...change }] });
  const own = { ...repairing, request: { ...repairing.request, brief } };
  return { mended: mendHead(own, composition, [{ ...objection, at }]), asked };
};

test("title, slug, hook, angle and headings are taken anew, the sections stay", async () => {
  const { mended, asked } = mend({
    title: "The promise of a queue",
    slug: "promise-queue",
    headings: ["A promise", ...headings.slice(1)],
  });
  const { plan, sections: written } = (await mended) ?? {};
  assert.equal(plan?.title, "The promise of a queue");
  assert.equal(plan?.slug, "promise-queue");
  assert.deepEqual(
    plan?.sections.map(({ heading }) => heading),
    ["A promise", ...headings.slice(1)],
  );
  assert.deepEqual(plan?.sections[0]?.passages, composition.plan.sections[0]?.passages);
  assert.deepEqual(written, composition.sections);
  const user = asked[0]?.user ?? "";
  assert.match(
    user,
    /"title":"What a message queue has to promise".+"headings":\["The promise that matters"/,
  );
  assert.match(user, /^S1:u4\.1 \[Mara Lindqvist\] A message queue earns/m);
  assert.match(user, /✖ the title — It says a name/);
});

test("headings that are missing, or do not stand, stay as they were", async () => {
  for (const wrong of [[], ["“We lied to every single customer”", "B", "C"]]) {
    const { plan } = (await mend({ headings: wrong }).mended) ?? {};
    assert.deepEqual(plan?.sections, composition.plan.sections);
  }
});

test("a hook that rests on nothing does not stand, and the asker's own does", async () => {
  const unfounded = { hook: "They lied.", hookPassages: [] };
  const { plan } = (await mend(unfounded, briefOf("What queues promise"), "hook").mended) ?? {};
  assert.deepEqual([plan?.hook, plan?.opening], [answer.angle, null]);
  const asked = briefOf("What queues promise", { hook: "Who reads the dead?" });
  const { plan: own } = (await mend({ hook: "They lied." }, asked).mended) ?? {};
  assert.equal(own?.hook, "Who reads the dead?");
});

test("what nothing was wrong with stays where it comes back so that it does not stand", async () => {
  const invented = "Mara said “we lied to every single customer”.";
  const { hook, opening, angle, title, slug } = composition.plan;
  const { plan } = (await mend({ title: "Owners", hookPassages: [], angle: invented }).mended) ?? {};
  assert.deepEqual([plan?.title, plan?.hook, plan?.opening, plan?.angle], ["Owners", hook, opening, angle]);
  const brief = briefOf("What queues promise");
  const { plan: other } = (await mend({ title: invented }, brief, "angle").mended) ?? {};
  assert.deepEqual([other?.title, other?.slug], [title, slug]);
});

test("one in another language is not taken", async () => {
  const german =
    "Die Wiederherstellung dauerte elf Stunden, und das war nicht das, was in dem Plan stand, weil es keiner wusste.";
  assert.equal(await mend({ title: german, hook: german, angle: german }).mended, null);
});
