import assert from "node:assert/strict";
import { test } from "node:test";
import type { Exchange } from "../../src/sandbox/exchanges.ts";
import { restOperations } from "../../src/sandbox/github/operations/all.ts";
import { allowances, isAllowedBy, withoutAllowed } from "./support/allowed.ts";
import { findOperation, judgeRest, restContract } from "./support/judge-rest.ts";
import { judgeWebhook } from "./support/judge-webhook.ts";
import { describeMistakes } from "./support/mistake.ts";
import { playProduct } from "./support/play-product.ts";
import { playSandbox } from "./support/play-sandbox.ts";
import { record } from "./support/recording.ts";

const recordings = [await record(playProduct), await record(playSandbox)];
const exchanges = recordings
  .flatMap((one) => one.exchanges)
  .filter(({ path }) => path.startsWith("/api/v3/"));
const deliveries = recordings.flatMap((one) => one.deliveries);
const mistakes = exchanges.flatMap(judgeRest);

test("requests and answers are as GitHub's OpenAPI document has them", (t) => {
  assert.deepEqual(describeMistakes(withoutAllowed(mistakes)), []);
  t.diagnostic(`${exchanges.length} requests and their answers, of ${restContract().source.version}`);
});

test("every REST operation of the sandbox is GitHub's own, and is judged here", (t) => {
  const { entries } = restContract();
  const played = new Set(recordings.flatMap(({ operations }) => operations));
  const strange = restOperations.filter(({ id }) => !(id in entries));
  assert.deepEqual(
    strange,
    [],
    "add them to test/contracts/support/wanted.ts and run npm run contracts:slices",
  );
  const unplayed = restOperations.filter(({ id }) => !played.has(id)).map(({ id }) => id);
  assert.deepEqual(unplayed, [], "ask for them in test/contracts/support/play-sandbox.ts");
  t.diagnostic(`${new Set(restOperations.map(({ id }) => id)).size} operations`);
});

test("an operation's path and method are GitHub's", () => {
  for (const { id, method, path } of restOperations) {
    const sample = path.replaceAll(/[:*](\w+)/g, "1");
    assert.equal(findOperation(method, sample)?.id, id, `${method} ${path}`);
  }
});

test("each allowance is still needed", (t) => {
  const all = [...mistakes, ...deliveries.flatMap(judgeWebhook)];
  const idle = allowances.filter((allowance) => !all.some((mistake) => isAllowedBy(allowance, mistake)));
  assert.deepEqual(idle, []);
  t.diagnostic(`${allowances.length} allowances`);
});

test("negative control: an allowance excuses nothing else", () => {
  const [first] = allowances.flatMap((one) => mistakes.filter((mistake) => isAllowedBy(one, mistake)));
  assert.ok(first);
  assert.deepEqual(withoutAllowed([first]), []);
  for (const change of [
    { what: "pulls/get" },
    { side: "request" },
    { at: "/x" },
    { message: "must be string" },
  ] as const)
    assert.equal(withoutAllowed([{ ...first, ...change }]).length, 1);
});

const described = exchanges.filter(({ status, answerHeaders, answerBody }) => {
  return status < 300 && answerBody.length > 2 && answerHeaders["content-type"]?.includes("json");
});

test("negative control: an empty answer is refused of every operation", (t) => {
  const kinds = new Map(described.map((one) => [findOperation(one.method, readPath(one))?.id, one]));
  for (const [id, exchange] of kinds) {
    const wrong = judgeRest({ ...exchange, answerBody: `"nothing"` });
    assert.notDeepEqual(wrong, [], String(id));
  }
  t.diagnostic(`${kinds.size} operations`);
});

const readPath = ({ path }: Exchange) => path.replace(/^\/api\/v3/, "").replace(/\?.*/, "");

/** An exchange that GitHub would understand, but for what is changed in it. */
function change(what: Partial<Exchange>): Exchange {
  const [some] = described;
  assert.ok(some);
  const error = JSON.stringify({ message: "Not Found" });
  return {
    ...some,
    method: "GET",
    path: "/api/v3/repos/acme/blog",
    requestBody: "",
    answerBody: error,
    status: 404,
    ...what,
  };
}

const annotation = { path: "a.md", start_line: 1, end_line: 1, annotation_level: "notice", message: "m" };
const output = (count: number) => ({
  title: "t",
  summary: "s",
  annotations: Array.from({ length: count }, () => annotation),
});
const checkRun = (count: number) =>
  JSON.stringify({ name: "n", head_sha: "0".repeat(40), output: output(count) });
const at = (method: string, path: string, body: unknown) => {
  return change({
    method,
    path: `/api/v3/repos/acme/blog${path}`,
    requestBody: typeof body === "string" ? body : JSON.stringify(body),
  });
};

const wrongRequests: readonly [string, Exchange, RegExp][] = [
  ["51 annotations", at("POST", "/check-runs", checkRun(51)), /must NOT have more than 50 items/],
  [
    "a reaction that there is not",
    at("POST", "/issues/1/reactions", { content: "thumbsup" }),
    /allowed values/,
  ],
  ["a state that there is not", at("PATCH", "/pulls/2", { state: "merged" }), /allowed values: open, closed/],
  [
    "a property that GitHub ignores",
    at("PATCH", "/pulls/2", { draft: false }),
    /\/draft is no property that GitHub knows/,
  ],
  ["a body that is missing", at("POST", "/issues/1/comments", ""), /has no body/],
  ["a number that is none", at("GET", "/issues/one", ""), /\/issue_number must be integer/],
  [
    "a query that there is not",
    at("GET", "/issues/1/comments?size=9", ""),
    /must NOT have additional properties: size/,
  ],
  [
    "an operation that there is not",
    at("GET", "/shoes", ""),
    /GET \/repos\/acme\/blog\/shoes request is in no slice/,
  ],
];
for (const [title, exchange, words] of wrongRequests)
  test(`negative control: refused is ${title}`, () =>
    assert.match(describeMistakes(judgeRest(exchange)).join(), words));

test("negative control: fifty annotations pass", () => {
  assert.deepEqual(judgeRest(at("POST", "/check-runs", checkRun(50))), []);
});

const wrongAnswers: readonly [string, Partial<Exchange>, RegExp][] = [
  ["a status that there is not", { status: 202 }, /202 has a status that GitHub does not describe/],
  ["an error without a word", { answerBody: "{}" }, /404 is an error without a message/],
  ["what the sandbox has not learned", { status: 501 }, /was not learned by the sandbox/],
  [
    "a repository without a name",
    { status: 200, answerBody: `{"id":1}` },
    /must have required property 'name'/,
  ],
];
for (const [title, what, words] of wrongAnswers)
  test(`negative control: refused is an answer with ${title}`, () => {
    assert.match(describeMistakes(judgeRest(change(what))).join(), words);
  });
