import type { CheckRunOutput, CreateCheckRunInput, UpdateCheckRunInput } from "@octokit/graphql-schema";
import { notFound, unprocessable } from "../errors.ts";
import { findCheckRunNode, findRepositoryNode } from "../nodes.ts";
import { mutation, type Operation } from "../operation.ts";
import { type Annotation, type CheckRun, newIdentity, now } from "../state.ts";
import { renderCheckRun } from "../views/check-run.ts";

/** `@octokit/openapi`, "Create a check run": `maxItems` and `maxLength` of the output. */
const maxAnnotations = 50;
const maxTextLength = 65_535;

/** Check runs: made, updated, listed. Further annotations are appended by updates. */
export const checkRuns: Operation = {
  rest: [
    {
      scope: "repository",
      id: "checks/list-for-ref",
      method: "GET",
      path: "/repos/:owner/:repo/commits/:ref/check-runs",
      act: async (call, repository, { parameters }) => {
        const commit = await repository.git.read(parameters.ref ?? "");
        const runs = repository.checkRuns.filter((run) => run.headOid === commit?.oid);
        const rendered = runs.map((run) => renderCheckRun(call.world, run));
        return { status: 200, body: { total_count: runs.length, check_runs: rendered } };
      },
    },
  ],
  mutations: [
    mutation<CreateCheckRunInput>({
      field: "createCheckRun",
      on: (call, input) => findRepositoryNode(call, input.repositoryId),
      act: async (call, input, repository) => {
        const headOid = String(input.headSha);
        if (!(await repository.git.readCommit(headOid)))
          throw unprocessable(`No commit found for SHA: ${headOid}`);
        const run: CheckRun = {
          ...newIdentity(call.world, "CR"),
          kind: "check-run",
          repository,
          name: input.name,
          headOid,
          status: "QUEUED",
          conclusion: null,
          detailsUrl: null,
          externalId: null,
          startedAt: now(),
          completedAt: null,
          output: undefined,
          annotations: [],
        };
        change(run, input);
        repository.checkRuns.push(run);
        call.world.nodes.set(run.nodeId, run);
        return { checkRun: run };
      },
    }),
    mutation<UpdateCheckRunInput>({
      field: "updateCheckRun",
      on: (call, input) => findCheckRunNode(call, input.checkRunId).repository,
      act: (call, input, repository) => {
        if (findRepositoryNode(call, input.repositoryId) !== repository) throw notFound();
        const run = findCheckRunNode(call, input.checkRunId);
        change(run, input);
        return { checkRun: run };
      },
    }),
  ],
};

function change(run: CheckRun, input: CreateCheckRunInput | UpdateCheckRunInput): void {
  if (input.output) changeOutput(run, input.output);
  run.name = input.name ?? run.name;
  run.detailsUrl = input.detailsUrl ?? run.detailsUrl;
  run.externalId = input.externalId ?? run.externalId;
  run.startedAt = input.startedAt ?? run.startedAt;
  run.status = input.status ?? run.status;
  if (input.conclusion) {
    run.status = "COMPLETED";
    run.conclusion = input.conclusion;
    run.completedAt = input.completedAt ?? now();
  }
}

function changeOutput(run: CheckRun, output: CheckRunOutput): void {
  const annotations = output.annotations ?? [];
  if (annotations.length > maxAnnotations) {
    throw unprocessable(
      `No more than ${maxAnnotations} items are allowed; ${annotations.length} were supplied.`,
    );
  }
  for (const text of [output.summary, output.text ?? ""]) {
    if (text.length <= maxTextLength) continue;
    throw unprocessable(`Only ${maxTextLength} characters are allowed; ${text.length} were supplied.`);
  }
  run.output = { title: output.title, summary: output.summary, text: output.text ?? null };
  run.annotations.push(
    ...annotations.map(
      (one): Annotation => ({
        path: one.path,
        level: one.annotationLevel,
        message: one.message,
        title: one.title ?? null,
        startLine: one.location.startLine,
        endLine: one.location.endLine,
      }),
    ),
  );
}
