import { setTimeout as wait } from "node:timers/promises";
import { type Answer, jsonAnswer } from "../http-answer.ts";
import type { InterceptorOf, Interference } from "../interceptors.ts";
import { serverError, throttled } from "../linkedin/errors.ts";
import { modelFailed, modelRateLimited } from "../model/complete.ts";
import type { ServedRequest } from "../service.ts";
import type { FaultPlan, Met } from "./plan.ts";

/** The operations of the services beside GitHub that the App may call, each by its method and path. */
const operations = {
  linkedin: {
    createPost: /^POST \/rest\/posts$/,
    initializeUpload: /^POST \/rest\/images\?action=initializeUpload$/,
    getUserinfo: /^GET \/v2\/userinfo$/,
  },
  model: { chat: /^POST \/chat\/completions$/ },
} as const;

export const linkedinOperations: readonly string[] = Object.keys(operations.linkedin);
export const modelOperations: readonly string[] = Object.keys(operations.model);

/** How each service says that it failed, and that there was too much. */
const words: Readonly<Record<keyof typeof operations, { failed(): Answer; limited(): Answer }>> = {
  linkedin: {
    failed: () => render(serverError(500)),
    limited: () => render(throttled()),
  },
  model: { failed: () => modelFailed(500), limited: () => modelRateLimited(1) },
};

/** Lets calls to LinkedIn or to the model meet their faults. */
export function disturbService(
  service: keyof typeof operations,
  plan: FaultPlan,
): InterceptorOf<ServedRequest> {
  const waiting = new WeakMap<object, Met>();
  return async ({ request, moment }) => {
    if (moment === "answered") return undefined;
    const met = moment === "before" ? plan.meet(service, nameOf(service, request))[0] : waiting.get(request);
    if (!met) return undefined;
    if (moment === "acted") return await spoilAnswer(service, met);
    waiting.set(request, met);
    if (met.kind === "error-before") return words[service].failed();
    return met.kind === "rate-limit" ? words[service].limited() : undefined;
  };
}

async function spoilAnswer(
  service: keyof typeof operations,
  { kind, delayMs }: Met,
): Promise<Interference | undefined> {
  if (kind === "lost-answer") return "drop";
  if (kind === "error-after") return words[service].failed();
  if (kind === "delay") await wait(delayMs, undefined, { ref: false });
  return undefined;
}

function nameOf(service: keyof typeof operations, { method, path }: ServedRequest): string[] {
  const patterns: [string, RegExp][] = Object.entries(operations[service]);
  return patterns.filter(([, pattern]) => pattern.test(`${method} ${path}`)).map(([name]) => name);
}

function render({ status, body }: { status: number; body: object }): Answer {
  return jsonAnswer(status, body);
}
