import type { CheckRun, World } from "../state.ts";
import { renderApp } from "./app.ts";
import { repositoryUrls } from "./urls.ts";

export function checkRunUrl(world: World, run: CheckRun): string {
  return `${repositoryUrls(world, run.repository).html}/runs/${run.id}`;
}

/** A check run as REST shows it; the words of GraphQL in small letters. */
export function renderCheckRun(world: World, run: CheckRun) {
  const url = `${repositoryUrls(world, run.repository).api}/check-runs/${run.id}`;
  return {
    id: run.id,
    node_id: run.nodeId,
    name: run.name,
    head_sha: run.headOid,
    external_id: run.externalId ?? "",
    url,
    html_url: checkRunUrl(world, run),
    details_url: run.detailsUrl ?? checkRunUrl(world, run),
    status: run.status.toLowerCase(),
    conclusion: run.conclusion?.toLowerCase() ?? null,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.output?.title ?? null,
      summary: run.output?.summary ?? null,
      text: run.output?.text ?? null,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: null,
    app: renderApp(world),
    pull_requests: [],
  };
}

/** An annotation as REST lists it. */
export function renderAnnotation(world: World, run: CheckRun, annotation: CheckRun["annotations"][number]) {
  const { html } = repositoryUrls(world, run.repository);
  const path = annotation.path.split("/").map(encodeURIComponent).join("/");
  return {
    path: annotation.path,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    start_column: null,
    end_column: null,
    annotation_level: annotation.level.toLowerCase(),
    message: annotation.message,
    title: annotation.title,
    raw_details: null,
    blob_href: `${html}/blob/${run.headOid}/${path}`,
  };
}
