import type { AddLabelsToLabelableInput, CreateLabelInput } from "@octokit/graphql-schema";
import { noSuchNode, unprocessable } from "../errors.ts";
import { emitPullLabeled } from "../events.ts";
import { findIssueNode, findRepositoryNode, isPull } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import { type Label, newIdentity, now } from "../state.ts";
import { userFor } from "../world.ts";

/** Labels: made in a repository, put on issues and pull requests. */
export const label: Operation = {
  mutations: [
    mutation<CreateLabelInput>({
      field: "createLabel",
      on: (call, input) => findRepositoryNode(call, input.repositoryId),
      act: (call, input, repository) => {
        const taken = repository.labels.some((one) => one.name.toLowerCase() === input.name.toLowerCase());
        if (taken) throw unprocessable("Name has already been taken");
        const { name, color, description = null } = input;
        const made: Label = { ...newIdentity(call.world, "LA"), name, color, description };
        repository.labels.push(made);
        const node = { kind: "label" as const, repository, label: made };
        call.world.nodes.set(made.nodeId, node);
        return { label: node };
      },
    }),
    mutation<AddLabelsToLabelableInput>({
      field: "addLabelsToLabelable",
      on: (call, input) => findIssueNode(call, input.labelableId).repository,
      act: (call, input, repository) => {
        const issue = findIssueNode(call, input.labelableId);
        const labels = input.labelIds.map((id) => findLabel(call, id));
        for (const { label: added, repository: from } of labels) {
          if (from !== repository) throw noSuchNode(added.nodeId);
          if (issue.labels.includes(added)) continue;
          issue.labels.push(added);
          issue.updatedAt = now();
          if (isPull(issue)) emitPullLabeled(call.world, issue, added, userFor(call.world, call.actor));
        }
        return { labelable: issue };
      },
    }),
  ],
};

function findLabel(call: Call, id: string) {
  const node = call.world.nodes.get(id);
  if (node?.kind !== "label") throw noSuchNode(id);
  return node;
}
