import type { CheckRun } from "../state.ts";
import { checkRunUrl } from "../views/check-run.ts";
import { connection, type Page } from "./connection.ts";
import type { Fields } from "./fields.ts";

export const checkRunFields: Fields<CheckRun> = {
  id: (run) => run.nodeId,
  databaseId: (run) => run.id,
  name: (run) => run.name,
  status: (run) => run.status,
  conclusion: (run) => run.conclusion,
  detailsUrl: (run, _args, call) => run.detailsUrl ?? checkRunUrl(call.world, run),
  externalId: (run) => run.externalId,
  url: (run, _args, call) => checkRunUrl(call.world, run),
  permalink: (run, _args, call) => checkRunUrl(call.world, run),
  startedAt: (run) => run.startedAt,
  completedAt: (run) => run.completedAt,
  title: (run) => run.output?.title ?? null,
  summary: (run) => run.output?.summary ?? null,
  text: (run) => run.output?.text ?? null,
  repository: (run) => run.repository,
  annotations: (run, page: Page) => connection("annotations", run.annotations.map(showAnnotation), page),
};

function showAnnotation(annotation: CheckRun["annotations"][number]) {
  return {
    path: annotation.path,
    annotationLevel: annotation.level,
    message: annotation.message,
    title: annotation.title,
    location: {
      start: { line: annotation.startLine, column: null },
      end: { line: annotation.endLine, column: null },
    },
  };
}
