import assert from "node:assert/strict";
import { test } from "node:test";
import { createFaultPlan } from "../../../src/sandbox/faults/plan.ts";
import type { FaultRuleInput } from "../../../src/sandbox/faults/rule.ts";

const rule: FaultRuleInput = { service: "github", operation: "createRef", kind: "delay" };

/** Which of so many calls meet a fault. */
function play(rules: readonly FaultRuleInput[], seed: number, calls = 40): number[] {
  const plan = createFaultPlan();
  plan.set(rules, seed);
  return Array.from({ length: calls }, (_, index) => index + 1).filter(
    () => plan.meet("github", ["createLabel", "createRef"]).length > 0,
  );
}

test("a rule meets the nth call of its operation, as often as it is told", () => {
  assert.deepEqual(play([rule], 1), [1]);
  assert.deepEqual(play([{ ...rule, nth: 3, times: 2 }], 1), [3, 4]);
  assert.deepEqual(play([{ ...rule, operation: "*", nth: 2 }], 1), [2]);
  assert.deepEqual(play([rule, { ...rule, nth: 5 }], 1), [1, 5]);
});

test("calls of others are not counted", () => {
  const plan = createFaultPlan();
  plan.set([{ ...rule, nth: 2 }]);
  const meet = (service: "github" | "model", name: string) => plan.meet(service, [name])[0]?.kind;
  assert.equal(meet("github", "createRef"), undefined);
  assert.equal(meet("github", "deleteRef"), undefined);
  assert.equal(meet("model", "createRef"), undefined);
  assert.equal(meet("github", "createRef"), "delay");
  assert.deepEqual(
    plan.rules().map(({ met }) => met),
    [1],
  );
});

test("a seed gives the same calls and delays again, another seed others", () => {
  const likely = { ...rule, probability: 0.3 };
  assert.deepEqual(play([likely], 7), play([likely], 7));
  assert.notDeepEqual(play([likely], 7), play([likely], 8));
  const count = play([likely], 7, 1000).length;
  assert.ok(count > 230 && count < 370, String(count));
  const delayOf = (seed: number) => {
    const plan = createFaultPlan();
    plan.set([rule], seed);
    return plan.meet("github", ["createRef"])[0]?.delayMs ?? 0;
  };
  assert.equal(delayOf(7), delayOf(7));
  assert.notEqual(delayOf(7), delayOf(8));
  assert.ok(delayOf(7) >= 1000 && delayOf(7) < 3000);
});

test("a rule of one service does not change what another rule does", () => {
  const other: FaultRuleInput = { service: "model", operation: "chat", kind: "delay", probability: 0.5 };
  const likely = { ...rule, probability: 0.3 };
  assert.deepEqual(play([likely, other], 7), play([likely], 7));
});

test("two faults at one call both happen: together where they can, else one after the other", () => {
  const plan = createFaultPlan();
  const kinds = ["lost-answer", "person-pushes", "lost-answer", "error-before"];
  plan.set(kinds.map((kind) => ({ ...rule, kind })));
  const meet = () => plan.meet("github", ["createRef"]).map(({ kind }) => kind);
  assert.deepEqual(
    [meet(), meet(), meet(), meet()],
    [["lost-answer", "person-pushes"], ["lost-answer"], ["error-before"], []],
  );
  assert.deepEqual(
    plan.rules().map(({ met }) => met),
    [1, 1, 1, 1],
  );
});

test("a call to which a kind cannot happen is not one of its calls", () => {
  const plan = createFaultPlan();
  plan.set([rule]);
  const meet = (suits: boolean) => plan.meet("github", ["createRef"], () => suits).length;
  assert.deepEqual([meet(false), meet(true), meet(true)], [0, 1, 0]);
});

test("a kind that a service does not know is refused", () => {
  const plan = createFaultPlan();
  assert.throws(() => plan.set([{ ...rule, kind: "duplicate" }]), /no such kind/);
});
