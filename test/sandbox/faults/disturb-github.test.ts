import assert from "node:assert/strict";
import { test } from "node:test";
import type { FaultRuleInput } from "../../../src/sandbox/faults/rule.ts";
import { ask, errorsOf, git, open3, openBlog, openVariables, send, takeToken } from "../support.ts";

const github = (operation: string, kind: string, more: Partial<FaultRuleInput> = {}): FaultRuleInput[] => [
  { service: "github", operation, kind, ...more },
];

const label = (alias: string, repository: string) =>
  `${alias}: createLabel(input: { repositoryId: "${repository}", name: "${alias}", color: "aabbcc" }) { clientMutationId }`;

test("what the App sees of each kind, and whether it was done", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  const seen: string[] = [];
  for (const kind of ["lost-answer", "error-before", "error-after", "delay", "rate-limit"]) {
    const alias = kind.replace("-", "");
    sandbox.faults.set(github("createLabel", kind, { delayMs: 5 }));
    const answer = await ask(sandbox, token, `mutation { ${label(alias, blog.nodeId)} }`).then(
      ({ status, errors }) => `${status}${errors ? ` ${errors[0]?.message.slice(0, 35)}` : ""}`,
      () => "reset",
    );
    // It happens once; the second time tells whether the first was done.
    const again = await ask(sandbox, token, `mutation { ${label(alias, blog.nodeId)} }`);
    seen.push(`${kind}: ${answer}; ${errorsOf(again).length > 0 ? "done" : "not done"}`);
  }
  assert.deepEqual(seen, [
    "lost-answer: reset; done",
    "error-before: 502; not done",
    "error-after: 502; done",
    "delay: 200; done",
    "rate-limit: 200 You have exceeded a secondary rate ; not done",
  ]);
});

test("a field is met inside a combined request, under an alias, and not where it is left out", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  const perhaps = (alias: string) => label(alias, blog.nodeId).replace(") {", ") @include(if: $needed) {");
  const query = `mutation($needed: Boolean!) { ${label("one", blog.nodeId)} ${perhaps("two")} }`;
  const other = `mutation($needed: Boolean!) { ${perhaps("three")} ${label("four", blog.nodeId).replace("createLabel", "createRef").replace('color: "aabbcc"', `oid: "${blog.headOid}"`)} }`;
  sandbox.faults.set(github("createLabel", "error-before"));
  assert.equal((await ask(sandbox, token, other, { needed: false })).status, 200);
  assert.equal((await ask(sandbox, token, query, { needed: true })).status, 502);
  assert.equal(sandbox.faults.rules()[0]?.met, 1);
});

test("what people do goes well", async (context) => {
  const { sandbox } = await openBlog(context);
  sandbox.faults.set(github("*", "error-before", { times: 100 }));
  const { number } = await sandbox.as("maya").openIssue("acme/blog", { title: "A talk" });
  assert.equal(number, 1);
});

test("an answer is lost and a token expires at one call", async (context) => {
  const { sandbox, token } = await openBlog(context);
  sandbox.faults.set([...github("repos/get", "token-expired"), ...github("repos/get", "lost-answer")]);
  const get = () => send(sandbox, { path: "v3/repos/acme/blog", token });
  await assert.rejects(get());
  assert.equal((await get()).status, 401);
  assert.deepEqual(
    sandbox.faults.rules().map(({ met }) => met),
    [1, 1],
  );
});

test("an expired token is refused for good, and a new one is not", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  sandbox.faults.set(github("repos/get", "token-expired"));
  const get = async (given: string) =>
    (await send(sandbox, { path: "v3/repos/acme/blog", token: given })).status;
  assert.deepEqual([await get(token), await get(token)], [401, 401]);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(await get(await takeToken(sandbox, blog.installationId)), 200);
});

test("a person pushes in between: the App's commit meets another head", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  await ask(sandbox, token, open3, openVariables(blog));
  sandbox.faults.set(github("viewer", "person-pushes"));
  await ask(sandbox, token, "{ viewer { login } }");
  for (const branch of ["main", "blog/a-talk"])
    assert.match(git(blog, "ls-tree", "--name-only", branch), /^pushed-in-between-\d+\.md$/m, branch);
});
