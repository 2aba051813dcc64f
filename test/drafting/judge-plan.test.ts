import assert from "node:assert/strict";
import { test } from "node:test";
import { judgePlan, type PlanAnswer } from "../../src/drafting/judge-plan.ts";
import { describePassage } from "../../src/sources/passage.ts";
import { briefOf } from "../fixtures/sources.ts";
import { everything, planAnswer } from "./scripts.ts";

const judge = (change: Partial<PlanAnswer>, brief = briefOf("What queues promise")) =>
  judgePlan({ ...planAnswer, ...change }, brief, everything);
const [first, second, third] = planAnswer.sections;
assert.ok(first && second && third);

test("negative control: a sound plan is taken as it is", () => {
  const { plan, complaints } = judge({});
  assert.deepEqual(complaints, []);
  assert.equal(plan.title, planAnswer.title);
  assert.equal(plan.slug, "message-queue-promise");
  assert.equal(plan.opening?.text, planAnswer.hook);
  assert.deepEqual(
    plan.sections.map(({ passages }) => passages.map(describePassage)),
    [["S1:u4.2"], ["S1:u6.1-6.2"], ["S1:u9.1-9.2"]],
  );
});

test("a section that rests on unknown passages is left out, and the model is told", () => {
  const { plan, complaints } = judge({
    sections: [{ ...first, passages: ["S1:u4.99", "S7:u1.1"] }, second, third],
  });
  assert.deepEqual(complaints, [
    'sections[0].passages: "S1:u4.99" is not among the passages that you were shown.',
    'sections[0].passages: "S7:u1.1" is not among the passages that you were shown.',
    "sections[0] rests on no passage; name some, or leave it out.",
  ]);
  assert.deepEqual(
    plan.sections.map(({ heading }) => heading),
    ["Retries need a limit", "An owner with a name"],
  );
});

test("a quotation in title, hook, angle or heading is not taken", () => {
  const quotation = "Mara: “we lied to every single customer”";
  const { plan, complaints } = judge({
    title: quotation,
    hook: quotation,
    angle: quotation,
    sections: [{ ...first, heading: quotation }, second, third],
  });
  assert.equal(complaints.filter((one) => one.includes("quotation marks")).length, 4);
  assert.doesNotMatch(JSON.stringify(plan), /lied/);
  assert.equal(plan.title, "What queues promise");
  assert.equal(plan.opening, null);
});

test("HTML and addresses are not taken, mentions stay words", () => {
  const { plan, complaints } = judge({ title: "A <script>x</script> queue", angle: "See www.example.com" });
  assert.equal(complaints.length, 2);
  assert.equal(plan.title, "What queues promise");
  assert.equal(plan.angle, planAnswer.hook);
});

test("half of a character does not stay", () => {
  const broken = "A queue \ud800 waits";
  const { plan } = judge({ title: broken, hook: broken, angle: broken });
  assert.ok(JSON.stringify(plan).includes("\uFFFD"));
  for (const text of [plan.title, plan.hook, plan.angle]) assert.ok(text.isWellFormed());
});

test("a slug that is not of the title is made from the title", () => {
  assert.equal(judge({ slug: "buy-crates-now" }).plan.slug, "what-message-queue-has-promise");
  assert.equal(judge({ slug: "../../etc/passwd" }).plan.slug, "what-message-queue-has-promise");
});

test("the person's hook and angle go before the model's", () => {
  const brief = briefOf("Queues", { hook: "Who reads the dead letters?", angle: "Owners first" });
  const { plan } = judge({}, brief);
  assert.deepEqual([plan.hook, plan.angle], ["Who reads the dead letters?", "Owners first"]);
  assert.deepEqual(plan.opening, { text: "Who reads the dead letters?", passages: [] });
});

for (const hookPassages of [[], ["S1:u99.1"]])
  test(`a hook that rests on nothing is dropped for the angle: ${hookPassages}`, () => {
    const { plan, complaints } = judge({ hook: "Mara stole the payroll money.", hookPassages });
    assert.equal(plan.opening, null);
    assert.equal(plan.hook, planAnswer.angle);
    assert.match(complaints.join(), /hookPassages/);
    const own = judge({ hookPassages, angle: "<b>" }, briefOf("Queues", { angle: "Owners first" })).plan;
    assert.deepEqual([own.hook, own.angle], ["Owners first", "Owners first"]);
    const bare = judge({ hookPassages, angle: "<b>" }).plan;
    assert.deepEqual([bare.hook, bare.angle], [planAnswer.title, planAnswer.title]);
  });

test("three to five sections are wanted", () => {
  assert.match(judge({ sections: [first] }).complaints.join(), /3 to 5 sections/);
  const { plan, complaints } = judge({
    sections: Array.from({ length: 7 }, (_, at) => ({ ...first, heading: `Part ${at}` })),
  });
  assert.match(complaints.join(), /3 to 5 sections/);
  assert.equal(plan.sections.length, 5);
});

test("a section that comes twice stands once", () => {
  const [first] = planAnswer.sections;
  assert.ok(first);
  const { plan, complaints } = judge({
    sections: [first, { ...first, heading: `${first.heading}!` }, first],
  });
  assert.equal(plan.sections.length, 1);
  assert.equal(complaints.filter((one) => one.includes("has the heading of an earlier one")).length, 2);
});
