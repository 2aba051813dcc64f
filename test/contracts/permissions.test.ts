import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import { mutations, restOperations } from "../../src/sandbox/github/operations/all.ts";
import { permissionRules } from "../../src/sandbox/github/permission-rules.ts";
import { ask, send, takeToken } from "../sandbox/support.ts";
import { graphqlRequests, lastGraphqlRequests, readySecond } from "./support/graphql-requests.ts";
import { lastRequests, type RestRequest, restRequests } from "./support/rest-requests.ts";
import { buildTown, type Town } from "./support/town.ts";

/** Which permissions an operation accepts. `permissions.json` says of each where that is from. */
type Table = Readonly<Record<string, { accepts: readonly string[]; source: string }>>;

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const table: Table = JSON.parse(read("./permissions.json"));
const manifest: Record<string, string> = parse(read("../../app.yml")).default_permissions;
const refusal = "Resource not accessible by integration";

/** git over HTTP has its own test: it is not the API. */
const known = [
  ...restOperations.flatMap(({ scope, id }) => (scope === "repository" ? [id] : [])),
  ...mutations.map(({ field }) => `Mutation.${field}`),
  ...Object.keys(permissionRules).filter((id) => /^(?!Mutation\.)\w+\.\w+$/.test(id)),
];
const asked = Object.keys({ ...restRequests, ...lastRequests, ...graphqlRequests, ...lastGraphqlRequests });

function findMissing(operations: readonly string[], list: readonly string[], rows: Table): string[] {
  return [...new Set(operations)].filter((id) => !list.includes(id) || !(id in rows));
}

/** The manifest without what this operation accepts. */
function without(id: string): Record<string, string> {
  const names = (table[id]?.accepts ?? []).map((one) => one.split("=")[0]);
  return Object.fromEntries(Object.entries(manifest).filter(([name]) => !names.includes(name)));
}

type Outcome = { status: number; message: string | undefined; accepted: string | null };

async function sendRest(
  town: Town,
  token: string,
  request: RestRequest,
  last = 0,
): Promise<Outcome & { id: number }> {
  const { path, ...rest } = request;
  const answer = await send(town.sandbox, {
    ...rest,
    path: `v3/repos/acme/blog${path.replace("LAST", String(last))}`,
    token,
  });
  const body = answer.body as { message?: string; id?: number };
  const accepted = answer.headers.get("x-accepted-github-permissions");
  return { status: answer.status, message: body.message, accepted, id: body.id ?? last };
}

async function sendGraphql(town: Town, token: string, document: string): Promise<Outcome> {
  const { errors, status } = await ask(town.sandbox, token, document);
  const [error] = errors ?? [];
  return { status: error?.type === "FORBIDDEN" ? 403 : status, message: error?.message, accepted: null };
}

async function trySend(town: Town, token: string, id: string): Promise<Outcome> {
  const rest = restRequests[id] ?? lastRequests[id];
  if (rest) return await sendRest(town, token, rest(town));
  const graphql = graphqlRequests[id] ?? lastGraphqlRequests[id];
  return await sendGraphql(town, token, graphql?.(town) ?? "{ }");
}

test("every operation that the sandbox has is in the list, and in the table with its source", () => {
  assert.deepEqual(findMissing(known, asked, table), []);
  assert.deepEqual(
    asked.filter((id) => !known.includes(id)),
    [],
  );
  for (const [id, { accepts, source }] of Object.entries(table)) {
    assert.ok(accepts.length > 0 && source !== "", id);
  }
});

test("each operation is refused when app.yml lacks its permission, and works with app.yml as it is", async (context) => {
  const town = await buildTown(context);
  let refused = 0;
  for (const id of asked) {
    // Nobody can take `metadata` from an App.
    if (table[id]?.accepts.includes("metadata=read")) continue;
    const token = await takeToken(town.sandbox, town.blog.installationId, without(id));
    const outcome = await trySend(town, token, id);
    assert.deepEqual([outcome.status, outcome.message], [403, refusal], id);
    if (outcome.accepted !== null) {
      assert.equal(outcome.accepted.split("; ").toSorted().join("; "), table[id]?.accepts.join("; "), id);
    }
    refused += 1;
  }
  const token = await takeToken(town.sandbox, town.blog.installationId, manifest);
  let last = 0;
  const works = async (requests: typeof restRequests) => {
    for (const [id, request] of Object.entries(requests)) {
      const outcome = await sendRest(town, token, request(town), last);
      last = outcome.id;
      assert.ok(outcome.status < 300, `${id}: ${outcome.status} ${outcome.message}`);
    }
  };
  const answers = async (documents: typeof graphqlRequests) => {
    for (const [id, document] of Object.entries(documents)) {
      const outcome = await sendGraphql(town, token, document(town));
      assert.deepEqual([outcome.status, outcome.message], [200, undefined], id);
    }
  };
  const { "issues/delete-comment": deleteComment, ...others } = restRequests;
  await works(others);
  const { "Mutation.deleteIssueComment": deleteByGraphql, ...documents } = graphqlRequests;
  await answers(documents);
  assert.ok(deleteComment && deleteByGraphql);
  await answers({ readySecond });
  await works(lastRequests);
  await answers({ ...lastGraphqlRequests, "Mutation.deleteIssueComment": deleteByGraphql });
  context.diagnostic(
    `${refused} operations refused without their permission, ${asked.length} cases in the table`,
  );
});

test("negative control: an operation that nobody listed, and a row that is dropped, are found", () => {
  assert.deepEqual(findMissing([...known, "repos/delete"], asked, table), ["repos/delete"]);
  const { "pulls/merge": dropped, ...rest } = table;
  assert.ok(dropped);
  assert.deepEqual(findMissing(known, asked, rest), ["pulls/merge"]);
});

test("negative control: a permission taken from the manifest stops its operations, and another one does not", async (context) => {
  const town = await buildTown(context);
  const { checks, ...less } = manifest;
  assert.equal(checks, "write");
  const token = await takeToken(town.sandbox, town.blog.installationId, less);
  const stopped = [];
  for (const id of ["checks/create", "checks/get", "Mutation.createCheckRun", "issues/get", "git/get-ref"]) {
    const { status } = await trySend(town, token, id);
    if (status === 403) stopped.push(id);
  }
  assert.deepEqual(stopped, ["checks/create", "checks/get", "Mutation.createCheckRun"]);
});
