import { z } from "zod";
import { ApiError, notFound, validationFailed } from "../errors.ts";
import { changeLabels, findOrMakeLabels, makeLabel } from "../labels.ts";
import { findIssue } from "../nodes.ts";
import { type Operation, reading } from "../operation.ts";
import type { Label, Repository, World } from "../state.ts";
import { renderLabel } from "../views/issue.ts";
import { paginate } from "./paginate.ts";
import { readBody } from "./read-body.ts";

const New = z.object({
  name: z.string().min(1),
  color: z.string().default("ededed"),
  description: z.string().nullish(),
});
/** Both forms are documented: an object, and the bare list. */
const Names = z.union([z.object({ labels: z.array(z.string()) }), z.array(z.string())]);

const ofRepository = "/repos/:owner/:repo/labels";
const ofIssue = "/repos/:owner/:repo/issues/:issue_number/labels";

/** Labels by REST. */
export const restLabels: Operation = {
  rest: [
    reading({
      id: "issues/list-labels-for-repo",
      path: ofRepository,
      show: ({ world }, repository, { query }) =>
        renderAll(world, repository, paginate(repository.labels, query)),
    }),
    reading({
      id: "issues/get-label",
      path: `${ofRepository}/:name`,
      show: ({ world }, repository, { parameters }) => {
        const label = findByName(repository.labels, parameters.name);
        if (!label) throw notFound();
        return renderLabel(world, repository, label);
      },
    }),
    {
      scope: "repository",
      id: "issues/create-label",
      method: "POST",
      path: ofRepository,
      act: (call, repository, { body }) => {
        const wanted = readBody(New, body);
        if (!/^[\da-f]{6}$/i.test(wanted.color)) throw invalid("color", "invalid");
        if (findByName(repository.labels, wanted.name)) throw invalid("name", "already_exists");
        const { label } = makeLabel(call, repository, {
          ...wanted,
          description: wanted.description ?? null,
        });
        return { status: 201, body: renderLabel(call.world, repository, label) };
      },
    },
    reading({
      id: "issues/list-labels-on-issue",
      path: ofIssue,
      show: ({ world }, repository, { parameters }) =>
        renderAll(world, repository, findIssue(repository, parameters.issue_number).labels),
    }),
    {
      scope: "repository",
      id: "issues/add-labels",
      method: "POST",
      path: ofIssue,
      act: (call, repository, { parameters, body }) => {
        const issue = findIssue(repository, parameters.issue_number);
        const wanted = readBody(Names, body);
        const names = Array.isArray(wanted) ? wanted : wanted.labels;
        changeLabels(call, issue, { add: findOrMakeLabels(call, repository, names) });
        return { status: 200, body: renderAll(call.world, repository, issue.labels) };
      },
    },
    {
      scope: "repository",
      id: "issues/remove-label",
      method: "DELETE",
      path: `${ofIssue}/:name`,
      act: (call, repository, { parameters }) => {
        const issue = findIssue(repository, parameters.issue_number);
        const label = findByName(issue.labels, parameters.name);
        if (!label) throw new ApiError({ status: 404, type: "NOT_FOUND", message: "Label does not exist" });
        changeLabels(call, issue, { remove: [label] });
        return { status: 200, body: renderAll(call.world, repository, issue.labels) };
      },
    },
  ],
};

function renderAll(world: World, repository: Repository, labels: readonly Label[]) {
  return labels.map((one) => renderLabel(world, repository, one));
}

function findByName(labels: readonly Label[], name = ""): Label | undefined {
  return labels.find((one) => one.name.toLowerCase() === name.toLowerCase());
}

/** `@octokit/fixtures`, "errors", and public thread yegor256/0pdd#160. */
function invalid(field: "color" | "name", code: "invalid" | "already_exists"): ApiError {
  return validationFailed(`${field} is ${code}`, { resource: "Label", code, field });
}
