import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { Flow } from "./flow.ts";

export type Moment = Parameters<Parameters<Sandbox["intercept"]>[0]>[0]["moment"];
export const moments: readonly Moment[] = ["before", "acted", "answered"];

/** Whom the app asks. */
export type Service = "github" | "linkedin" | "model";

/** Stands at the moments of the app's requests to a service; returns how to leave. */
function stand(
  { sandbox }: Flow,
  service: Service,
  see: (index: number, moment: Moment) => Promise<void>,
): () => void {
  if (service === "github")
    return sandbox.intercept(async ({ request, moment }) => {
      if (request.actor === "installation") await see(request.index, moment);
    });
  return sandbox[service].intercept(async ({ request, moment }) => {
    await see(request.index, moment);
    return undefined;
  });
}

/** Kills the app when its `count`th request to a service from now reaches `moment`; resolves when it is dead. */
export function killAt(flow: Flow, service: Service, count: number, moment: Moment): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const seen: number[] = [];
  const leave = stand(flow, service, async (index, at) => {
    if (!seen.includes(index)) seen.push(index);
    // The next request may have come before we hear that this one was answered.
    if (seen[count - 1] !== index || at !== moment) return;
    leave();
    await flow.app().kill();
    resolve();
  });
  return promise;
}

/**
 * Starts the app again and waits until what it took up has ended. True when it took up nothing: killed after its
 * last answer, it may have ended its work already.
 */
export async function comeBack(
  flow: Flow,
  queue: "draft" | "angles" | "close" | "release" | "review",
): Promise<boolean> {
  const { lines } = await flow.restart();
  const isTaken = lines.some(({ msg }) => msg === "Took up work that a dead process left");
  if (isTaken) await flow.ended(queue);
  return !isTaken;
}
