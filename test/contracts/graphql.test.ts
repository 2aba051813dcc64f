import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { judgeDocument, judgeGraphql, nameDocument } from "./support/judge-graphql.ts";
import { describeMistakes } from "./support/mistake.ts";
import { playProduct } from "./support/play-product.ts";
import { playSandbox } from "./support/play-sandbox.ts";
import { record } from "./support/recording.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Documents that another program sends than the one that is played here, whole as they stand in the code. */
const variablesElsewhere: Readonly<Record<string, Record<string, unknown>>> = { Ready: { id: "PR_1" } };

/** Every place of the product where a document begins, with its name; undefined where it has none. */
function findDocuments(source: string): (string | undefined)[] {
  const code = source.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, "");
  return [...code.matchAll(/["'`]\s*(?:query|mutation|subscription)\b\s*(\w+)?\s*[({]/g)].map(
    ([, name]) => name,
  );
}

const sources = globSync("src/**/*.ts", { cwd: root })
  .filter((path) => !path.startsWith("src/sandbox/"))
  .map((path) => readFileSync(`${root}${path}`, "utf8"));
const names = sources.flatMap(findDocuments);

const isGraphql = ({ path }: { path: string }) => path === "/api/graphql";
const product = (await record(playProduct)).exchanges.filter(isGraphql);
const others = (await record(playSandbox)).exchanges.filter(isGraphql);
const readAsked = (body: string): { query: string; variables?: Record<string, unknown> } => JSON.parse(body);

test("each document of the product is one that is judged here, with the variables that it is sent with", (t) => {
  const sent = new Set(product.map(({ requestBody }) => nameDocument(readAsked(requestBody).query)));
  const unsent = names.filter(
    (name) => name === undefined || !(sent.has(name) || name in variablesElsewhere),
  );
  assert.deepEqual(unsent, []);
  t.diagnostic(`${new Set(names).size} documents in ${sources.length} files`);
});

test("documents, variables and answers are as GitHub's schema has them", (t) => {
  assert.deepEqual(describeMistakes([...product, ...others].flatMap(judgeGraphql)), []);
  t.diagnostic(`${product.length + others.length} requests and their answers`);
});

test("documents that another program sends are as GitHub's schema has them", (t) => {
  for (const [name, variables] of Object.entries(variablesElsewhere)) {
    const literal = new RegExp(`(["'\`])(\\s*(?:query|mutation) ${name}\\b[^]*?)\\1`).exec(
      sources.join("\n"),
    )?.[2];
    assert.ok(literal, name);
    assert.deepEqual(judgeDocument(literal, variables), []);
  }
  t.diagnostic(`${Object.keys(variablesElsewhere).length} documents`);
});

test("negative control: a document cannot hide from the search", () => {
  assert.deepEqual(findDocuments("const a = `\n  query Hidden($id: ID!) { node(id: $id) { id } }`;"), [
    "Hidden",
  ]);
  assert.deepEqual(findDocuments('send("mutation { a }", `query { b }`)'), [undefined, undefined]);
  assert.deepEqual(findDocuments("// `query Old {`"), []);
});

const open =
  "mutation M($input: CreatePullRequestInput!) { createPullRequest(input: $input) { pullRequest { id } } }";
const input = { repositoryId: "R_1", baseRefName: "main", headRefName: "topic", title: "A talk" };

const wrongRequests: readonly [string, string, Record<string, unknown>, RegExp][] = [
  ["an unknown field", "query Q { viewer { shoeSize } }", {}, /Cannot query field "shoeSize"/],
  ["an unknown input", open, { input: { ...input, labelIds: ["L_1"] } }, /Field "labelIds" is not defined/],
  ["an input of another type", open, { input: { ...input, draft: "yes" } }, /Boolean cannot represent/],
  ["an input that is missing", open, { input: { title: "A talk" } }, /"repositoryId" of required type/],
  ["a variable that is missing", open, {}, /\$input" of required type/],
  ["a variable that nobody declared", open, { input, extra: 1 }, /"\$extra" is sent and not declared/],
  ["a document that is none", "query Q {", {}, /Syntax Error/],
];
for (const [title, document, variables, words] of wrongRequests)
  test(`negative control: refused is ${title}`, () =>
    assert.match(judgeDocument(document, variables).join(), words));

test("negative control: the same request without a mistake passes", () =>
  assert.deepEqual(judgeDocument(open, { input }), []));

const query = `query Q { node(id: "PR_1") { id ... on PullRequest { state createdAt number } } }`;
const right = { id: "PR_1", state: "OPEN", createdAt: "2026-04-01T00:00:00Z", number: 1 };
const judgeNode = (node: unknown, extra: object = {}) => {
  const answerBody = JSON.stringify({ data: { node }, ...extra });
  const sent = { requestHeaders: {}, requestBody: JSON.stringify({ query }), answerHeaders: {}, answerBody };
  return describeMistakes(
    judgeGraphql({ service: "github", method: "POST", path: "/api/graphql", status: 200, ...sent }),
  );
};

test("negative control: an answer that is none of its document is refused", () => {
  assert.deepEqual(judgeNode(right), []);
  assert.deepEqual(
    judgeNode(null, { errors: [{ type: "NOT_FOUND", path: ["node"], message: "There is none." }] }),
    [],
  );
  assert.match(
    judgeNode({ ...right, state: "MELTED" }).join(),
    /\/node\/state is no PullRequestState: MELTED/,
  );
  assert.match(judgeNode({ ...right, createdAt: "yesterday" }).join(), /\/node\/createdAt is no DateTime/);
  assert.match(judgeNode({ ...right, number: "1" }).join(), /\/node\/number is no Int/);
  assert.match(judgeNode({ ...right, number: null }).join(), /\/node\/number is null/);
  assert.match(judgeNode({ ...right, title: "A talk" }).join(), /\/node\/title was not asked for/);
  assert.match(judgeNode({ state: "OPEN" }).join(), /\/node\/id is missing/);
  assert.notDeepEqual(judgeNode(right, { errors: [{ type: "NOT_FOUND" }] }), []);
  assert.notDeepEqual(judgeNode(right, { note: "GitHub sends no such thing" }), []);
});
