import { createRandom } from "./random.ts";
import { FaultRule, type FaultRuleInput, type FaultService } from "./rule.ts";

/** A fault that a call meets. */
export type Met = Pick<FaultRule, "kind"> & { readonly delayMs: number };

/** A rule, and how often it has met a call. */
type RuleState = { readonly rule: FaultRule; readonly met: number };

export type FaultPlan = {
  /** Takes the place of the rules that were there; counting starts anew. The same seed gives the same faults. */
  set(rules: readonly FaultRuleInput[], seed?: number): void;
  /** To be called once for every call, with all the names that it goes by: what it meets, if anything. */
  meet(service: FaultService, names: readonly string[]): Met | undefined;
  rules(): readonly RuleState[];
};

type Counted = { rule: FaultRule; random: () => number; calls: number; met: number };

/** Rules and how far they are. */
export function createFaultPlan(): FaultPlan {
  let all: Counted[] = [];
  return {
    set(rules, seed = 1) {
      // Each rule has numbers of its own: how calls of others fall between must not change what it does.
      all = rules.map((rule, index) => ({
        rule: FaultRule.parse(rule),
        random: createRandom(seed + index * 7919),
        calls: 0,
        met: 0,
      }));
    },
    meet(service, names) {
      const hit = all.filter((one) => matches(one.rule, service, names) && fires(one));
      const [first] = hit;
      if (!first) return undefined;
      first.met += 1;
      const { kind, delayMs = 1000 + Math.floor(first.random() * 2000) } = first.rule;
      return { kind, delayMs };
    },
    rules: () => all.map(({ rule, met }) => ({ rule, met })),
  };
}

function matches(rule: FaultRule, service: FaultService, names: readonly string[]): boolean {
  return rule.service === service && (rule.operation === "*" || names.includes(rule.operation));
}

function fires(one: Counted): boolean {
  one.calls += 1;
  const { probability, nth, times } = one.rule;
  if (probability !== undefined) return one.random() < probability;
  return one.calls >= nth && one.calls < nth + times;
}
