import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Reply, says, startHost, status } from "../adapters/openai/scripted-host.ts";
import { announcementAnswer, planAnswer, sectionAnswers, sectionOf } from "../drafting/scripts.ts";

const program = fileURLToPath(new URL("../../src/cli/draft.ts", import.meta.url));
const transcript = fileURLToPath(
  new URL("../fixtures/transcripts/two-engineers-on-queues.md", import.meta.url),
);
const key = "key-that-nobody-may-see";

async function run(env: Record<string, string>) {
  const child = spawn(
    process.execPath,
    [program, "--idea", "What queues promise", "--source", transcript, "--json"],
    {
      cwd: tmpdir(),
      env: { ...(process.env.PATH ? { PATH: process.env.PATH } : {}), INIT_CWD: tmpdir(), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const exit = once(child, "exit");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: (await exit)[0], stdout, stderr };
}

const sayAll = (...answers: unknown[]): Reply[] => answers.map((answer) => says(JSON.stringify(answer)));

test("npm run draft writes with the model that the environment names, step by step", async (context) => {
  const invented = sectionOf("Mara said “we lied to every single customer”.");
  const [first, second, third] = sectionAnswers;
  const replies = sayAll(planAnswer, invented, first, second, third, announcementAnswer, {
    verdicts: ["1 no"],
  });
  const { baseUrl, received, left } = await startHost(context, replies);
  const { code, stdout, stderr } = await run({
    OPENAI_API_KEY: key,
    OPENAI_BASE_URL: baseUrl,
    OPENAI_MODEL: "tiny",
  });
  assert.equal(code, 0, stderr);
  assert.equal(left(), 0);
  assert.deepEqual(
    received.map(({ body }) => body.messages[0]?.content.split("\n")[0]),
    [
      "Step: plan",
      "Step: section 1",
      "Step: section 1",
      "Step: section 2",
      "Step: section 3",
      "Step: announcement",
      "Step: judge",
    ],
  );
  assert.match(received[2]?.body.messages[3]?.content ?? "", /puts words in quotation marks/);
  const draft = JSON.parse(stdout);
  assert.deepEqual(draft.usage, { promptTokens: 700, completionTokens: 70 });
  assert.match(draft.markdown, /> — Mara Lindqvist, 00:05:40/);
  assert.match(draft.pullRequestBody, /\*\*Written by\*\* `tiny`: 700 tokens in, 70 out\./);
  assert.doesNotMatch(stdout, /lied/);
  assert.deepEqual(
    draft.findings.map(({ rule }: { rule: string }) => rule),
    ["judge-no", "judge-not-evaluated"],
  );
});

test("a key that is refused is one sentence that shows neither the key nor what the host said", async (context) => {
  const { baseUrl } = await startHost(context, [status(401, `Incorrect API key provided: ${key}`)]);
  const { code, stderr } = await run({ OPENAI_API_KEY: key, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: "tiny" });
  assert.deepEqual(
    [code, stderr],
    [1, 'galley: The language model\'s host refused step "plan" with status 401\n'],
  );
});

test("negative control: without these variables no model is asked", async () => {
  const { code, stdout } = await run({});
  assert.equal(code, 0);
  assert.match(JSON.parse(stdout).pullRequestBody, /Written without a language model/);
});
