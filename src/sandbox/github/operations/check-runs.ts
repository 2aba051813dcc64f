import type { CheckRunOutput, CreateCheckRunInput, UpdateCheckRunInput } from "@octokit/graphql-schema";
import { notFound, unprocessable } from "../errors.ts";
import { findCheckRunNode, findRepositoryNode } from "../nodes.ts";
import { type Call, mutation, type Operation } from "../operation.ts";
import { type CheckRun, newIdentity, now, type Repository } from "../state.ts";
import { changeOutput, type Output } from "./check-output.ts";

/** What a request says of a check run, in the words of GraphQL; what it leaves out stays as it is. */
export type CheckChange = {
  name?: string | null | undefined;
  status?: string | null | undefined;
  conclusion?: string | null | undefined;
  detailsUrl?: string | null | undefined;
  externalId?: string | null | undefined;
  startedAt?: string | null | undefined;
  completedAt?: string | null | undefined;
  output: Output | undefined;
};

/** Check runs made and updated by GraphQL. Further annotations are appended by updates. */
export const checkRuns: Operation = {
  mutations: [
    mutation<CreateCheckRunInput>({
      field: "createCheckRun",
      on: (call, input) => findRepositoryNode(call, input.repositoryId),
      act: async (call, input, repository) => {
        const wanted = { ...readChange(input), name: input.name };
        return { checkRun: await makeCheckRun(call, repository, String(input.headSha), wanted) };
      },
    }),
    mutation<UpdateCheckRunInput>({
      field: "updateCheckRun",
      on: (call, input) => findCheckRunNode(call, input.checkRunId).repository,
      act: (call, input, repository) => {
        if (findRepositoryNode(call, input.repositoryId) !== repository) throw notFound();
        const run = findCheckRunNode(call, input.checkRunId);
        changeCheckRun(run, readChange(input));
        return { checkRun: run };
      },
    }),
  ],
};

/** Makes a check run of a commit that is there. */
export async function makeCheckRun(
  call: Call,
  repository: Repository,
  headOid: string,
  wanted: CheckChange & { name: string },
): Promise<CheckRun> {
  if (!(await repository.git.readCommit(headOid))) throw unprocessable(`No commit found for SHA: ${headOid}`);
  const run: CheckRun = {
    ...newIdentity(call.world, "CR"),
    kind: "check-run",
    repository,
    name: wanted.name,
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
  changeCheckRun(run, wanted);
  repository.checkRuns.push(run);
  call.world.nodes.set(run.nodeId, run);
  return run;
}

/** Of several check runs of one name the newest, as a pull request shows them; the sandbox has one App. */
export function listNewest(runs: readonly CheckRun[]): CheckRun[] {
  return runs.filter((run, at) => !runs.slice(at + 1).some(({ name }) => name === run.name));
}

/** A conclusion completes a check run, whatever its status is said to be (`@octokit/openapi`, "Update a check run"). */
export function changeCheckRun(run: CheckRun, change: CheckChange): void {
  if (change.status === "COMPLETED" && !change.conclusion && !run.conclusion) {
    throw unprocessable('Invalid request.\n\n"conclusion" wasn\'t supplied.');
  }
  if (change.output) changeOutput(run, change.output);
  run.name = change.name ?? run.name;
  run.detailsUrl = change.detailsUrl ?? run.detailsUrl;
  run.externalId = change.externalId ?? run.externalId;
  run.startedAt = change.startedAt ?? run.startedAt;
  run.status = change.status ?? run.status;
  if (change.conclusion) {
    run.status = "COMPLETED";
    run.conclusion = change.conclusion;
    run.completedAt = change.completedAt ?? now();
  }
}

function readChange(input: CreateCheckRunInput | UpdateCheckRunInput): CheckChange {
  const { name, status, conclusion, detailsUrl, externalId, startedAt, completedAt, output } = input;
  const base = { name, status, conclusion, detailsUrl, externalId, startedAt, completedAt };
  return { ...base, output: output ? readOutput(output) : undefined };
}

function readOutput({ title, summary, text, annotations }: CheckRunOutput): Output {
  return {
    title,
    summary,
    text: text ?? null,
    annotations: (annotations ?? []).map((one) => ({
      path: one.path,
      level: one.annotationLevel,
      message: one.message,
      title: one.title ?? null,
      startLine: one.location.startLine,
      endLine: one.location.endLine,
    })),
  };
}
