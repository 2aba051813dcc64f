import type { Delivery } from "../github/delivery.ts";
import { queryFields } from "../github/graphql/query-fields.ts";
import { mutations, restOperations } from "../github/operations/all.ts";
import type { Interceptor } from "../github/request-log.ts";
import type { World } from "../github/state.ts";
import type { Disturbance, Webhooks } from "../github/webhooks.ts";
import type { InterceptorOf } from "../interceptors.ts";
import type { ServedRequest } from "../service.ts";
import { disturbDeliveries } from "./disturb-deliveries.ts";
import { disturbGithub } from "./disturb-github.ts";
import { disturbService, linkedinOperations, modelOperations } from "./disturb-services.ts";
import { type Operations, parseFault } from "./parse-fault.ts";
import { createFaultPlan, type FaultPlan } from "./plan.ts";
import type { FaultRuleInput } from "./rule.ts";

/** Faults by rule, for all services of the sandbox. */
export type Faults = Pick<FaultPlan, "set" | "rules"> & {
  /** The same from text, `SERVICE:OPERATION:KIND[:n]`; throws a sentence with the known names for one that is not known. */
  parse(texts: readonly string[], seed: number): void;
};

type Services = {
  readonly github: { intercept(interceptor: Interceptor): unknown };
  readonly linkedin: { intercept(interceptor: InterceptorOf<ServedRequest>): unknown };
  readonly model: { intercept(interceptor: InterceptorOf<ServedRequest>): unknown };
  readonly webhooks: Pick<Webhooks, "release"> & {
    disturb(decide: (delivery: Readonly<Delivery>) => Disturbance | undefined): unknown;
  };
};

/** Stands at every request and delivery of the sandbox; without rules nothing goes wrong. */
export function installFaults(world: World, services: Services): Faults {
  const plan = createFaultPlan();
  services.github.intercept(disturbGithub(world, plan));
  services.linkedin.intercept(disturbService("linkedin", plan));
  services.model.intercept(disturbService("model", plan));
  services.webhooks.disturb(disturbDeliveries(services.webhooks, plan));
  return {
    set: plan.set,
    rules: plan.rules,
    parse(texts, seed) {
      const operations = listOperations(world);
      const rules: FaultRuleInput[] = texts.map((text) => {
        const parsed = parseFault(text, operations);
        if (parsed.kind === "wrong") throw new Error(parsed.sentence);
        return parsed.rule;
      });
      plan.set(rules, seed);
    },
  };
}

function listOperations(world: World): Operations {
  const github = [
    ...mutations.map(({ field }) => field),
    ...Object.keys(queryFields),
    ...restOperations.map(({ id }) => id),
  ];
  return {
    github: [...new Set(github)].toSorted(),
    linkedin: linkedinOperations,
    model: modelOperations,
    webhook: [...world.app.events, "installation", "installation_repositories"].toSorted(),
  };
}
