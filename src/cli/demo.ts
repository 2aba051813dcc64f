import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { invocationFolder } from "../config.ts";
import { type DemoArguments, demoUsage, parseDemoArguments } from "./demo-arguments.ts";
import { type Published, publishDraft } from "./demo-publish.ts";
import { serveDemo } from "./demo-serve.ts";
import { type Material, person, type Stage, setStage } from "./demo-stage.ts";
import { createStory, type Story } from "./demo-story.ts";
import { judgeDemo } from "./judge-demo.ts";
import type { Judged } from "./misbehaviour/judge-misbehaviour.ts";
import { addSource } from "./misbehaviour/misbehave.ts";
import { misbehaviours } from "./misbehaviour/misbehaviours.ts";
import { describeThrough, watchMisbehaviour } from "./misbehaviour/watch-misbehaviour.ts";
import { readTextFile, splitIssue } from "./read-inputs.ts";
import { readRepository } from "./read-repository.ts";
import { type DemoResult, readAnswers, readResult } from "./read-result.ts";
import { exitCodes, runProgram } from "./run-program.ts";
import { type FaultState, startSandboxProcess } from "./sandbox-process.ts";

const demoRepository = fileURLToPath(new URL("./demo-repository/", import.meta.url));

/** The draft, what its merge came to, and what went wrong on purpose: the object of `--json`. */
type Whole = DemoResult &
  Published & {
    readonly seed: number;
    readonly faults: readonly FaultState[];
    /** The properties that did not hold, each as a sentence. */
    readonly broken: readonly string[];
    /** What became of a model that does wrong on purpose; null for one that does not. */
    readonly misbehaviour: Judged | null;
  };

/** `npm run demo`: the whole way from a comment to a post on LinkedIn, without credentials. */
export async function runDemo(args: string[]): Promise<number> {
  const wanted = parseDemoArguments(args);
  if (wanted.help) {
    process.stdout.write(`${demoUsage}\n`);
    return exitCodes.done;
  }
  const startedAt = performance.now();
  const story = createStory(wanted.json ? process.stderr : process.stdout);
  const material = await readMaterial(wanted);
  const sandbox = await startSandboxProcess();
  try {
    await sandbox.setFaults(wanted.faults, wanted.seed);
    const stage = await setStage(sandbox, material, story);
    try {
      if (wanted.serve) return await serveDemo(stage, story);
      const result = await play(stage, story, { startedAt, seed: wanted.seed, model: wanted.model });
      if (wanted.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
      return chooseExitCode(result);
    } finally {
      await stage.stop();
    }
  } finally {
    await sandbox.stop();
  }
}

async function readMaterial({ own, model, faults }: DemoArguments): Promise<Material> {
  const isDisturbed = faults.length > 0;
  const folder = own ? resolve(invocationFolder(), own.repository) : demoRepository;
  const text = own
    ? await readTextFile(own.issue, invocationFolder())
    : await readTextFile("issue.md", demoRepository);
  const material = { files: await readRepository(folder), issue: splitIssue(text), model, isDisturbed };
  const wrong = misbehaviours[model];
  return wrong ? addSource(material, wrong) : material;
}

/** With faults or a model that does wrong, a refusal in one sentence is as good an end as a pull request. */
function chooseExitCode({ broken, faults, pullRequest, misbehaviour }: Whole): number {
  if (broken.length > 0) return exitCodes.broken;
  const isMeant = faults.length > 0 || misbehaviour !== null;
  return pullRequest === null && !isMeant ? exitCodes.declined : exitCodes.done;
}

async function play(
  stage: Stage,
  story: Story,
  { startedAt, seed, model }: { readonly startedAt: number; readonly seed: number; readonly model: string },
): Promise<Whole> {
  const { sandbox, app, name, issueNumber } = stage;
  const readyAt = performance.now();
  const ended = app.waitForJob("draft", 120_000);
  await sandbox.as(person, "POST", `/repos/${name}/issues/${issueNumber}/comments`, { body: "/draft" });
  story.tell(`${person} comments on issue #${issueNumber}`, "/draft");
  await ended;
  const timings = {
    start: Math.round(readyAt - startedAt),
    draft: Math.round(performance.now() - readyAt),
    total: Math.round(performance.now() - startedAt),
  };
  const result = await readResult({ sandbox, person, name, issueNumber, timings });
  story.showResult(result);
  const published = result.pullRequest
    ? await publishDraft(stage, story, result.pullRequest.number)
    : { announcement: null, visiblePosts: 0, publication: null };
  const faults = await sandbox.faults();
  const answers = await readAnswers(sandbox, person, name, issueNumber);
  const misbehaviour = await watchMisbehaviour(sandbox, model, { result, published, answers });
  const kept = judgeDemo({
    pullRequests: result.pullRequests,
    answers,
    publication: published.publication,
    visiblePosts: published.visiblePosts,
    leaks: stage.leaks(),
  });
  const total = Math.round(performance.now() - startedAt);
  const broken = [...kept, ...describeThrough(misbehaviour)];
  if (misbehaviour) story.showGuards(misbehaviour, { ...result, ...published });
  story.showFaults(faults, broken);
  story.finish(total);
  return {
    ...result,
    ...published,
    seed,
    faults,
    broken,
    misbehaviour,
    timings: { ...result.timings, total },
  };
}

if (import.meta.main) await runProgram(() => runDemo(process.argv.slice(2)));
