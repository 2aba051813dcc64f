import { createRandom } from "./random.ts";
import { companions, type FaultKind, FaultRule, type FaultRuleInput, type FaultService } from "./rule.ts";

/** A fault that a call meets. */
export type Met = Pick<FaultRule, "kind"> & { readonly delayMs: number };

/** A rule, and how often it has met a call. */
type RuleState = { readonly rule: FaultRule; readonly met: number };

export type FaultPlan = {
  /** Takes the place of the rules that were there; counting starts anew. The same seed gives the same faults. */
  set(rules: readonly FaultRuleInput[], seed?: number): void;
  /**
   * To be called once for every call, with all the names that it goes by: what it meets. Of faults that exclude each
   * other the first happens, and the others wait for the next call. `suits` leaves out what cannot happen to this one.
   */
  meet(service: FaultService, names: readonly string[], suits?: (kind: FaultKind) => boolean): readonly Met[];
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
    meet(service, names, suits = () => true) {
      const called = all.filter(({ rule }) => matches(rule, service, names) && suits(rule.kind));
      const due = called.filter(fires);
      const decisive = due.find(({ rule }) => !companions.has(rule.kind));
      return due
        .filter((one) => one === decisive || companions.has(one.rule.kind))
        .map((one) => {
          one.met += 1;
          const { kind, delayMs = 1000 + Math.floor(one.random() * 2000) } = one.rule;
          return { kind, delayMs };
        });
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
  return one.calls >= nth && one.met < times;
}
