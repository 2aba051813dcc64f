import { z } from "zod";
import { UserError } from "../../errors.ts";
import type { Annotation, CheckReport, ChecksOutcome, ChecksRequest } from "../../ports/check-runs.ts";
import { failIfPassing, type GithubClient } from "./client.ts";
import type { GraphqlProblem } from "./fail.ts";

/** GitHub takes this many annotations with one request for a check run ("Create a check run", `annotations`). */
const mostAnnotations = 50;

/** A check run that is to be made, or that an attempt made and may not have annotated to its end. */
type Pending = {
  readonly report: CheckReport;
  readonly id: string | null;
  readonly left: readonly Annotation[];
};

/** Check runs on their way. `key` is what the mutation's answer has for each. */
export type PlannedChecks = {
  readonly request: ChecksRequest;
  readonly pending: readonly Pending[];
  /** The part of a mutation that makes them; empty when there is none to be made. */
  readonly parameters: string;
  readonly fields: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

const task = "make the check runs";

/**
 * What is to be asked for, with the first annotations. After an attempt that may have acted the check runs of the
 * commit are listed first, one request, and those that are there are not made again. Null: the App may not see them.
 */
export async function planChecks(
  client: GithubClient,
  place: { readonly owner: string; readonly name: string },
  request: ChecksRequest,
): Promise<PlannedChecks | null> {
  const made = request.mayHaveActed ? await listMade(client, place, request) : [];
  if (made === null) return null;
  const pending = request.reports.map((report): Pending => {
    const earlier = made.find(({ name }) => name === report.name);
    if (!earlier) return { report, id: null, left: report.annotations };
    return { report, id: earlier.id, left: report.annotations.slice(earlier.annotations) };
  });
  const rows = pending.flatMap(({ report, id }, index) =>
    id === null ? [{ report, key: `check${index}` }] : [],
  );
  return {
    request,
    pending,
    parameters: rows.map(({ key }) => `$${key}: CreateCheckRunInput!`).join(", "),
    fields: rows.map(({ key }) => `${key}: createCheckRun(input: $${key}) { checkRun { id } }`).join("\n"),
    variables: Object.fromEntries(rows.map(({ key, report }) => [key, renderCreation(request, report)])),
  };
}

function renderCreation(request: ChecksRequest, report: CheckReport) {
  return {
    repositoryId: request.repositoryNodeId,
    headSha: request.commit,
    name: report.name,
    externalId: request.externalId,
    status: "COMPLETED",
    conclusion: report.conclusion.toUpperCase(),
    output: renderOutput(report, report.annotations.slice(0, mostAnnotations)),
  };
}

function renderOutput({ title, summary, text }: CheckReport, annotations: readonly Annotation[]) {
  return {
    title,
    summary,
    ...(text === null ? {} : { text }),
    annotations: annotations.map(({ path, firstLine, lastLine, level, message }) => ({
      path,
      location: { startLine: firstLine, endLine: lastLine },
      annotationLevel: level.toUpperCase(),
      message,
    })),
  };
}

const Created = z.object({ checkRun: z.object({ id: z.string() }).nullable() }).nullish();

/**
 * What became of those that a mutation was to make; then the annotations that did not fit, fifty more of each check
 * run with one request. Throws for what may go well later.
 */
export async function settleChecks(
  client: GithubClient,
  { request, pending }: PlannedChecks,
  answered: { readonly data: unknown; readonly problems: readonly GraphqlProblem[] },
): Promise<ChecksOutcome> {
  const problems = answered.problems.filter(({ path }) => String(path?.[0] ?? "").startsWith("check"));
  failIfPassing(task, problems);
  const data = z.record(z.string(), z.unknown()).catch({}).parse(answered.data);
  const made = pending.map((one, index): Pending => {
    if (one.id !== null) return one;
    const id = Created.catch(null).parse(data[`check${index}`])?.checkRun?.id ?? null;
    return { ...one, id, left: one.left.slice(mostAnnotations) };
  });
  await annotate(client, request, made);
  if (made.every(({ id }) => id !== null)) return "posted";
  const isForbidden = problems.some(
    ({ type, message }) => type === "FORBIDDEN" || /not accessible by integration/i.test(message),
  );
  return isForbidden ? "forbidden" : "refused";
}

/** Check runs alone, where nothing else is to be said. */
export async function postChecks(
  client: GithubClient,
  place: { readonly owner: string; readonly name: string },
  request: ChecksRequest,
): Promise<ChecksOutcome> {
  const planned = await planChecks(client, place, request);
  if (!planned) return "forbidden";
  const answered =
    planned.fields === ""
      ? { data: {}, problems: [] }
      : await client.mutate(task, `mutation Check(${planned.parameters}) { ${planned.fields} }`, {
          ...planned.variables,
        });
  return await settleChecks(client, planned, answered);
}

async function annotate(
  client: GithubClient,
  request: ChecksRequest,
  made: readonly Pending[],
): Promise<void> {
  let left = made.filter(({ id, left: annotations }) => id !== null && annotations.length > 0);
  while (left.length > 0) {
    const parameters = left.map((_, index) => `$check${index}: UpdateCheckRunInput!`).join(", ");
    const fields = left.map(
      (_, index) => `check${index}: updateCheckRun(input: $check${index}) { clientMutationId }`,
    );
    const inputs = left.map(({ id, report, left: annotations }, index) => [
      `check${index}`,
      {
        repositoryId: request.repositoryNodeId,
        checkRunId: id,
        output: renderOutput(report, annotations.slice(0, mostAnnotations)),
      },
    ]);
    const document = `mutation Annotate(${parameters}) { ${fields.join("\n")} }`;
    const { problems } = await client.mutate(task, document, Object.fromEntries(inputs));
    failIfPassing(task, problems);
    left = left
      .map((one) => ({ ...one, left: one.left.slice(mostAnnotations) }))
      .filter((one) => one.left.length > 0);
  }
}

const Listed = z.object({
  check_runs: z.array(
    z.object({
      node_id: z.string(),
      name: z.string(),
      external_id: z.string().nullish(),
      output: z.object({ annotations_count: z.int() }),
    }),
  ),
});

/** By REST, because GraphQL reaches check runs only by their suites. Ours carry our id. */
async function listMade(
  client: GithubClient,
  place: { readonly owner: string; readonly name: string },
  { commit, externalId }: ChecksRequest,
): Promise<{ id: string; name: string; annotations: number }[] | null> {
  try {
    // A hundred on one commit: ours are two of them, made last, and the newest stand first.
    const data = await client.rest(
      "look for our check runs",
      "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
      {
        owner: place.owner,
        repo: place.name,
        ref: commit,
        per_page: 100,
        // One that was made anew hides the older one of its name.
        filter: "all",
      },
    );
    return Listed.parse(data)
      .check_runs.filter((run) => run.external_id === externalId)
      .map((run) => ({ id: run.node_id, name: run.name, annotations: run.output.annotations_count }));
  } catch (thrown) {
    if (thrown instanceof UserError) return null;
    throw thrown;
  }
}
