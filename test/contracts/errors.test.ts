import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { startSandbox } from "../../src/sandbox/start.ts";
import { createBlog, send, signJwt, takeToken } from "../sandbox/support.ts";
import { type Place, steps } from "./support/error-steps.ts";

/** A refusal of GitHub's, word for word, and where it was seen or is documented. */
type Row = {
  case: string;
  source: string;
  given?: string[];
  /** The App with all of its permissions, unless it says otherwise. */
  as?: "reader" | "jwt" | "wrong" | "maya";
  request: { method: string; path: string; body?: unknown } | { graphql: string };
  status: number;
  message: string;
  errors?: unknown[];
  location?: string;
  type?: string;
  path?: unknown[];
};

const rows: Row[] = JSON.parse(readFileSync(new URL("./errors.json", import.meta.url), "utf8"));

/** One host for all rows; each row has an owner of its own. */
const sandbox = await startSandbox();
after(() => sandbox.close());
let owners = 0;

/** The names in double braces, and a text as long as a number in them says. */
function fill<Value>(value: Value, { blog, draftOid }: Place): Value {
  const known: Record<string, string> = {
    owner: blog.owner,
    blog: blog.nodeId,
    id: String(blog.id),
    head: blog.headOid,
    draft: draftOid,
    installation: String(blog.installationId),
  };
  const text = JSON.stringify(value).replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) =>
    /^\d+$/.test(name) ? "x".repeat(Number(name)) : (known[name] ?? `no ${name}`),
  );
  return JSON.parse(text);
}

async function prove({ blog, token }: Place, row: Row): Promise<string> {
  if (row.as === "jwt") return signJwt(sandbox);
  if (row.as === "wrong") return "ghs_4001_wrong";
  if (row.as === "maya") return "ghu_maya";
  return row.as === "reader" ? await takeToken(sandbox, blog.installationId, { contents: "read" }) : token;
}

type Seen = Pick<Row, "status" | "message" | "errors" | "location" | "type" | "path">;

async function replay(given: Row): Promise<{ seen: Seen; expected: Row }> {
  owners += 1;
  const blog = await createBlog(sandbox, { owner: `acme${owners}` });
  const first = await takeToken(sandbox, blog.installationId);
  const place: Place = { sandbox, blog, token: first, draftOid: "", undo: [] };
  for (const name of given.given ?? []) {
    const step = steps[name];
    if (!step) throw new Error(`No step ${name}`);
    await step(place);
  }
  const row = fill(given, place);
  const token = await prove(place, row);
  const seen =
    "graphql" in row.request
      ? await askGraphql(token, row.request.graphql)
      : await askRest(token, row.request);
  for (const undo of place.undo) undo();
  return { seen, expected: row };
}

async function askGraphql(token: string, query: string): Promise<Seen> {
  const answer = await send(sandbox, { path: "graphql", token, body: { query } });
  const { errors = [] } = answer.body as { errors?: { type: string; path: unknown[]; message: string }[] };
  const [error] = errors;
  assert.equal(errors.length, 1, JSON.stringify(answer.body));
  return {
    status: answer.status,
    type: error?.type ?? "",
    path: error?.path ?? [],
    message: error?.message ?? "",
  };
}

/** A redirect is looked at and not followed. */
async function askRest(
  token: string,
  { method, path, body }: { method: string; path: string; body?: unknown },
): Promise<Seen> {
  const response = await fetch(`${sandbox.url}/api/v3${path}`, {
    method,
    redirect: "manual",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as { message: string; errors?: unknown[] };
  const location = response.headers.get("location")?.replace(sandbox.url, "");
  return {
    status: response.status,
    message: answer.message,
    ...(answer.errors ? { errors: answer.errors } : {}),
    ...(location ? { location } : {}),
  };
}

function compare(seen: Seen, { status, message, errors, location, type, path }: Row): void {
  const expected = { status, message, errors, location, type, path };
  assert.deepEqual({ ...blank, ...seen }, { ...blank, ...JSON.parse(JSON.stringify(expected)) });
}

const blank = { errors: undefined, location: undefined, type: undefined, path: undefined };

for (const row of rows) {
  test(`${row.case}: as in ${row.source}`, async () => {
    const { seen, expected } = await replay(row);
    compare(seen, expected);
  });
}

test("every row has a source, and no two are the same case", (context) => {
  for (const row of rows) assert.ok(row.source.length > 10, row.case);
  assert.equal(new Set(rows.map((row) => row.case)).size, rows.length);
  context.diagnostic(`${rows.length} refusals, each with its source`);
});

test("negative control: another status, one space less, or another field of an error is found", async () => {
  const stale = rows.find(({ type }) => type === "STALE_DATA");
  const long = rows.find(({ case: name }) => name === "a comment that is too long");
  assert.ok(stale && long);
  const replayed = await replay(stale);
  const refused = await replay(long);
  compare(replayed.seen, replayed.expected);
  compare(refused.seen, refused.expected);
  const { expected } = replayed;
  assert.throws(() => compare(replayed.seen, { ...expected, status: 409 }));
  const shorter = expected.message.replace("  ", " ");
  assert.throws(() => compare(replayed.seen, { ...expected, message: shorter }));
  assert.throws(() => compare(replayed.seen, { ...expected, type: "UNPROCESSABLE" }));
  assert.throws(() => compare(refused.seen, { ...refused.expected, errors: [{ field: "body" }] }));
});
