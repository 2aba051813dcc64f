import { z } from "zod";
import { findCheckRun } from "../nodes.ts";
import { type Operation, reading } from "../operation.ts";
import { renderAnnotation, renderCheckRun } from "../views/check-run.ts";
import { type CheckChange, changeCheckRun, listNewest, makeCheckRun } from "./check-runs.ts";
import { linkPages, paginate } from "./paginate.ts";
import { readBody } from "./read-body.ts";

const Annotation = z.object({
  path: z.string(),
  start_line: z.number(),
  end_line: z.number(),
  annotation_level: z.enum(["notice", "warning", "failure"]),
  message: z.string(),
  title: z.string().optional(),
});
const Output = z.object({
  title: z.string().optional(),
  summary: z.string(),
  text: z.string().optional(),
  annotations: z.array(Annotation).default([]),
});
const Change = z.object({
  name: z.string().optional(),
  details_url: z.string().optional(),
  external_id: z.string().optional(),
  status: z.enum(["queued", "in_progress", "completed"]).optional(),
  started_at: z.string().optional(),
  completed_at: z.string().optional(),
  conclusion: z
    .enum(["success", "failure", "neutral", "cancelled", "skipped", "timed_out", "action_required"])
    .optional(),
  output: Output.optional(),
});
const Create = Change.extend({ name: z.string(), head_sha: z.string() });

const one = "/repos/:owner/:repo/check-runs/:check_run_id";

/** Check runs by REST: made, updated, looked at, listed with their annotations. */
export const restCheckRuns: Operation = {
  rest: [
    {
      scope: "repository",
      id: "checks/create",
      method: "POST",
      path: "/repos/:owner/:repo/check-runs",
      act: async (call, repository, { body }) => {
        const wanted = readBody(Create, body);
        const change = { ...readChange(wanted), name: wanted.name };
        const run = await makeCheckRun(call, repository, wanted.head_sha, change);
        return { status: 201, body: renderCheckRun(call.world, run) };
      },
    },
    {
      scope: "repository",
      id: "checks/update",
      method: "PATCH",
      path: one,
      act: (call, repository, { parameters, body }) => {
        const run = findCheckRun(repository, parameters.check_run_id);
        changeCheckRun(run, readChange(readBody(Change, body)));
        return { status: 200, body: renderCheckRun(call.world, run) };
      },
    },
    reading({
      id: "checks/get",
      path: one,
      show: (call, repository, { parameters }) =>
        renderCheckRun(call.world, findCheckRun(repository, parameters.check_run_id)),
    }),
    {
      scope: "repository",
      id: "checks/list-annotations",
      method: "GET",
      path: `${one}/annotations`,
      act: (call, repository, { parameters, query }) => {
        const run = findCheckRun(repository, parameters.check_run_id);
        const { url } = renderCheckRun(call.world, run);
        return {
          status: 200,
          headers: linkPages(`${url}/annotations`, run.annotations.length, query),
          body: paginate(run.annotations, query).map((annotation) =>
            renderAnnotation(call.world, run, annotation),
          ),
        };
      },
    },
    reading({
      id: "checks/list-for-ref",
      path: "/repos/:owner/:repo/commits/:ref/check-runs",
      show: async (call, repository, { parameters, query }) => {
        const commit = await repository.git.read(parameters.ref ?? "");
        const name = query.get("check_name");
        const all = repository.checkRuns.filter((run) => run.headOid === commit?.oid);
        // `filter` is `latest` where nobody says otherwise (`@octokit/openapi`, "List check runs for a Git reference").
        const runs = (query.get("filter") === "all" ? all : listNewest(all)).filter(
          (run) => name === null || run.name === name,
        );
        const rendered = paginate(runs, query).map((run) => renderCheckRun(call.world, run));
        return { total_count: runs.length, check_runs: rendered };
      },
    }),
  ],
};

/** REST's small letters as the words of GraphQL, which are the ones that are kept. */
function readChange(body: z.infer<typeof Change>): CheckChange {
  const { output } = body;
  return {
    name: body.name,
    status: body.status?.toUpperCase(),
    conclusion: body.conclusion?.toUpperCase(),
    detailsUrl: body.details_url,
    externalId: body.external_id,
    startedAt: body.started_at,
    completedAt: body.completed_at,
    output: output && {
      title: output.title,
      summary: output.summary,
      text: output.text ?? null,
      annotations: output.annotations.map((given) => ({
        path: given.path,
        level: given.annotation_level.toUpperCase(),
        message: given.message,
        title: given.title ?? null,
        startLine: given.start_line,
        endLine: given.end_line,
      })),
    },
  };
}
