import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import type { Exchange } from "../../src/sandbox/exchanges.ts";
import { recordToFile } from "../../src/sandbox/record-to-file.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { createPost, postBody } from "../sandbox/linkedin/support.ts";
import { checkRecord } from "../support/check-record.ts";
import { createCleanup } from "../support/cleanup.ts";
import { keepExchanges, listAnswerMistakes, startWatchedSandbox } from "../support/watched-sandbox.ts";

/** What a test does that starts a flow: it ends with the sandbox's word on what passed. */
async function watch(play: (sandbox: Sandbox) => Promise<unknown>): Promise<void> {
  const works: (() => unknown)[] = [];
  const sandbox = await startWatchedSandbox({ after: (work) => works.push(work) });
  await sandbox.createRepository({ owner: "acme", name: "blog", collaborators: { editor: "write" } });
  await play(sandbox);
  for (const work of works) await work();
}

const askModel = async ({ model }: Sandbox, body: object) => {
  const headers = { "content-type": "application/json" };
  await fetch(`${model.url}/chat/completions`, { method: "POST", headers, body: JSON.stringify(body) });
};
const question = { model: "m", messages: [{ role: "user", content: "Well?" }] };

test("what keeps to the contracts passes", async () => {
  await watch(async (sandbox) => {
    sandbox.model.script([{ answer: { content: "Yes." } }]);
    await askModel(sandbox, question);
    await createPost(sandbox.linkedin, postBody(sandbox.linkedin));
    await createPost(sandbox.linkedin, postBody(sandbox.linkedin));
    const { number } = await sandbox.as("editor").openIssue("acme/blog", { title: "A talk" });
    await sandbox.as("editor").comment("acme/blog", number, "Hello");
  });
});

const wrong: readonly [string, (sandbox: Sandbox) => Promise<unknown>, RegExp][] = [
  [
    "an operation that nobody learned",
    (s) => s.as("editor").request("GET", "/repos/acme/blog/shoes"),
    /\/shoes request is in no slice/,
  ],
  [
    "an operation of GitHub's that the sandbox has not learned",
    (s) => s.as("editor").request("POST", "/repos/acme/blog/merges", { base: "main", head: "x" }),
    /repos\/merge answer 501 was not learned by the sandbox: .*does not know POST/,
  ],
  [
    "a field that the sandbox has not learned",
    (s) =>
      s.as("editor").request("POST", "/../graphql", {
        query: `query Q { repository(owner: "acme", name: "blog") { forkCount } }`,
      }),
    /Q answer 501 was not learned by the sandbox/,
  ],
  [
    "a wrong request",
    (s) => s.as("editor").request("GET", "/repos/acme/blog/pulls?state=merged"),
    /pulls\/list request \/state must be equal/,
  ],
  [
    "what the model was not told to answer",
    (s) => askModel(s, question),
    /chat\/completions answer 501 has no answer/,
  ],
  [
    "a post that LinkedIn would show otherwise than it was meant",
    (s) => createPost(s.linkedin, postBody(s.linkedin, { commentary: "a (b" })),
    /POST \/rest\/posts request no reserved character of little text stands bare/,
  ],
  [
    "a card without an address",
    (s) => createPost(s.linkedin, postBody(s.linkedin, { content: { article: { title: "x" } } })),
    /POST \/rest\/posts request a card has an address/,
  ],
  [
    "a page of LinkedIn that nobody learned",
    (s) => fetch(`${s.linkedin.url}/rest/shoes`),
    /GET \/rest\/shoes answer 501/,
  ],
];
for (const [title, play, words] of wrong)
  test(`negative control: a test fails on ${title}`, () => assert.rejects(watch(play), words));

test("a test that asks wrongly on purpose is held to the answers alone", async () => {
  await assert.rejects(
    watch(async (sandbox) => {
      const exchanges = keepExchanges(sandbox);
      await sandbox.as("editor").request("GET", "/repos/acme/blog/pulls?state=merged");
      assert.deepEqual(listAnswerMistakes(exchanges, sandbox.deliveries()), []);
      const wrong = exchanges.map((exchange) => ({ ...exchange, answerBody: "{}" }));
      assert.match(listAnswerMistakes(wrong, []).join(), /pulls\/list answer 200 must be array/);
      const silent = { ...wrong[0], service: "linkedin", path: "/v2/userinfo", status: 403 } as Exchange;
      assert.match(listAnswerMistakes([silent], []).join(), /answer 403 is a refusal without a message/);
      const payload = { action: "created" };
      assert.match(
        listAnswerMistakes([], [{ event: "issue_comment", payload }]).join(),
        /\/installation is missing/,
      );
    }),
    /pulls\/list request \/state must be equal/,
  );
});

test("a sandbox in another process is judged by what it wrote down", async (t: TestContext) => {
  const folder = mkdtempSync(join(tmpdir(), "record-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "record.jsonl");
  const play = async (sandbox: Sandbox) => {
    recordToFile(sandbox, file);
    await sandbox.as("editor").openIssue("acme/blog", { title: "A talk" });
    checkRecord(file);
    await sandbox.as("editor").request("GET", "/repos/acme/blog/shoes");
  };
  await assert.rejects(watch(play));
  assert.throws(() => checkRecord(file), /is in no slice/);
});

test("negative control: what fails at the end hinders nothing else from being put away", async () => {
  const done: string[] = [];
  const hooks: (() => unknown)[] = [];
  const end = createCleanup({ after: (work) => hooks.push(work) });
  end.after(() => Promise.reject(new Error("broken")));
  end.after(() => done.push("put away"));
  await assert.rejects(async () => await hooks[0]?.(), /broken/);
  assert.deepEqual([done, hooks.length], [["put away"], 1]);
});
