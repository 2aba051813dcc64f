import { emitLabel } from "./events.ts";
import type { Call } from "./operation.ts";
import { hasRole } from "./permissions.ts";
import { type Issue, type Label, type LabelNode, newIdentity, now, type Repository } from "./state.ts";
import { userFor } from "./world.ts";

/** Makes a label of a repository; whether the name is free was looked at before. */
export function makeLabel(
  call: Call,
  repository: Repository,
  wanted: Pick<Label, "name" | "color" | "description">,
): LabelNode {
  const label: Label = { ...newIdentity(call.world, "LA"), ...wanted };
  repository.labels.push(label);
  const node: LabelNode = { kind: "label", repository, label };
  call.world.nodes.set(label.nodeId, node);
  return node;
}

/** The labels of these names; one that is named for the first time is made, in GitHub's grey. */
export function findOrMakeLabels(call: Call, repository: Repository, names: readonly string[]): Label[] {
  return names.map((name) => {
    const known = repository.labels.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return known ?? makeLabel(call, repository, { name, color: "ededed", description: null }).label;
  });
}

/** Who may put labels on an issue: triage and above; an App that may open the issue may label it. */
export function mayLabel({ actor }: Call, repository: Repository): boolean {
  if (actor.kind === "installation") return true;
  return actor.kind === "person" && hasRole(actor.user, repository, "triage");
}

/** Puts labels on an issue and takes others off; each that changes something is told. */
export function changeLabels(
  call: Call,
  issue: Issue,
  { add = [], remove = [] }: { add?: readonly Label[]; remove?: readonly Label[] },
): void {
  const sender = userFor(call.world, call.actor);
  for (const label of add) {
    if (issue.labels.includes(label)) continue;
    issue.labels.push(label);
    issue.updatedAt = now();
    emitLabel(call.world, issue, sender, { action: "labeled", label });
  }
  for (const label of remove) {
    if (!issue.labels.includes(label)) continue;
    issue.labels.splice(issue.labels.indexOf(label), 1);
    issue.updatedAt = now();
    emitLabel(call.world, issue, sender, { action: "unlabeled", label });
  }
}
