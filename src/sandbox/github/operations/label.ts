import type {
  AddLabelsToLabelableInput,
  CreateLabelInput,
  RemoveLabelsFromLabelableInput,
} from "@octokit/graphql-schema";
import { noSuchNode, unprocessable } from "../errors.ts";
import { changeLabels, makeLabel } from "../labels.ts";
import { findIssueNode, findRepositoryNode } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import type { Label, Repository } from "../state.ts";

/** Labels by GraphQL: made in a repository, put on issues and pull requests, taken off again. */
export const label: Operation = {
  mutations: [
    mutation<CreateLabelInput>({
      field: "createLabel",
      on: (call, input) => findRepositoryNode(call, input.repositoryId),
      act: (call, input, repository) => {
        const taken = repository.labels.some((one) => one.name.toLowerCase() === input.name.toLowerCase());
        if (taken) throw unprocessable("Name has already been taken");
        const { name, color, description = null } = input;
        return { label: makeLabel(call, repository, { name, color, description }) };
      },
    }),
    mutation<AddLabelsToLabelableInput>({
      field: "addLabelsToLabelable",
      on: (call, input) => findIssueNode(call, input.labelableId).repository,
      act: (call, input, repository) => {
        const issue = findIssueNode(call, input.labelableId);
        changeLabels(call, issue, { add: findLabels(call, repository, input.labelIds) });
        return { labelable: issue };
      },
    }),
    mutation<RemoveLabelsFromLabelableInput>({
      field: "removeLabelsFromLabelable",
      on: (call, input) => findIssueNode(call, input.labelableId).repository,
      act: (call, input, repository) => {
        const issue = findIssueNode(call, input.labelableId);
        changeLabels(call, issue, { remove: findLabels(call, repository, input.labelIds) });
        return { labelable: issue };
      },
    }),
  ],
};

/** The labels of these ids; one of another repository is none. */
function findLabels(call: Call, repository: Repository, ids: readonly string[]): Label[] {
  return ids.map((id) => {
    const node = call.world.nodes.get(id);
    if (node?.kind !== "label" || node.repository !== repository) throw noSuchNode(id);
    return node.label;
  });
}
