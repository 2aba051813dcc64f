import type { Call } from "./operation.ts";
import { requireRole } from "./permissions.ts";
import { type Label, newIdentity, type Repository } from "./state.ts";

/** The labels of these names; one that a person names for the first time is made, in GitHub's grey. */
export function findOrMakeLabels(call: Call, repository: Repository, names: readonly string[]): Label[] {
  return names.map((name) => {
    const known = repository.labels.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (known) return known;
    const made: Label = { ...newIdentity(call.world, "LA"), name, color: "ededed", description: null };
    repository.labels.push(made);
    call.world.nodes.set(made.nodeId, { kind: "label", repository, label: made });
    return made;
  });
}

/** Who may put labels on an issue: triage and above; an App that may open the issue may label it. */
export function mayLabel({ actor }: Call, repository: Repository): boolean {
  if (actor.kind === "installation") return true;
  try {
    requireRole(actor, repository, "triage");
    return true;
  } catch {
    return false;
  }
}
