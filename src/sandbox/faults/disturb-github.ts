import { setTimeout as wait } from "node:timers/promises";
import { renderLimit } from "../github/limits.ts";
import { isPull } from "../github/nodes.ts";
import type { Interceptor, LoggedRequest } from "../github/request-log.ts";
import type { World } from "../github/state.ts";
import { jsonAnswer } from "../http-answer.ts";
import type { Interference } from "../interceptors.ts";
import { actAs } from "../person.ts";
import type { FaultPlan, Met } from "./plan.ts";

/** Lets the App's calls to GitHub meet their faults. What people do in the API and on the pages goes well. */
export function disturbGithub(world: World, plan: FaultPlan): Interceptor {
  const waiting = new WeakMap<object, readonly Met[]>();
  return async ({ request, moment }) => {
    if (moment === "answered" || !isOfApp(request)) return undefined;
    const all = moment === "before" ? plan.meet("github", request.called) : waiting.get(request);
    waiting.set(request, all ?? []);
    let instead: Interference | undefined;
    for (const met of all ?? []) {
      const one = moment === "before" ? disturbBefore(world, met, request) : spoilAnswer(met);
      instead = (await one) ?? instead;
    }
    return instead;
  };
}

function isOfApp({ actor }: Readonly<LoggedRequest>): boolean {
  return actor === "app" || actor === "installation";
}

async function disturbBefore(
  world: World,
  met: Met,
  request: Readonly<LoggedRequest>,
): Promise<Interference | undefined> {
  switch (met.kind) {
    case "error-before":
      return badGateway();
    case "rate-limit":
      return renderLimit({ kind: "secondary", seconds: 1 }, request);
    case "token-expired":
      world.tokensOverAt = Date.now();
      return undefined;
    case "person-pushes":
      await pushEverywhere(world);
      return undefined;
    default:
      return undefined;
  }
}

async function spoilAnswer({ kind, delayMs }: Met): Promise<Interference | undefined> {
  if (kind === "lost-answer") return "drop";
  if (kind === "error-after") return badGateway();
  if (kind === "delay") await wait(delayMs, undefined, { ref: false });
  return undefined;
}

/** What GitHub's edge says when nobody behind it answered (public thread cli/cli#5951). */
function badGateway() {
  return jsonAnswer(502, { message: "Server Error" });
}

/** The owner commits a file to the default branch, and to the branch of each open pull request. */
async function pushEverywhere(world: World): Promise<void> {
  for (const repository of world.repositories) {
    const name = `${repository.owner.login}/${repository.name}`;
    const heads = repository.issues.filter(isPull).filter(({ state }) => state === "open");
    const branches = [repository.defaultBranch, ...heads.map(({ pull }) => pull.headBranch)];
    const owner = actAs(world.url, repository.owner.login);
    for (const branch of branches) {
      await owner.writeFile(name, `pushed-in-between-${world.nextId}.md`, "By a person.\n", branch);
    }
  }
}
