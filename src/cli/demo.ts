import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { baseEnvironment, invocationFolder } from "../config.ts";
import { UserError } from "../errors.ts";
import { startAppProcess } from "./app-process.ts";
import { type Published, publishDraft } from "./demo-publish.ts";
import { demoScript } from "./demo-script.ts";
import { createStory, type Story } from "./demo-story.ts";
import { readTextFile, splitIssue } from "./read-inputs.ts";
import { readRepository } from "./read-repository.ts";
import { type DemoResult, readResult } from "./read-result.ts";
import { exitCodes, runProgram } from "./run-program.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";
import { scriptModel } from "./script-model.ts";

const models = ["extractive", "scripted"] as const;
type Model = (typeof models)[number];

const usage = `npm run demo [-- --json] [-- --model scripted] [-- --repository DIR --issue FILE.md]

Starts a GitHub and a LinkedIn of our own and Galley beside them, comments /draft on an issue, shows the pull
request, merges it and shows what LinkedIn's readers see.
--model       extractive: no language model; scripted: one of our own that says what we wrote for the demo's issue
--repository  a folder of yours instead of the demo's; what git tracks in it
--issue       the issue's text: the first line is its title, the rest names the sources
--json        one JSON object on standard output; the story goes to standard error`;

const demoRepository = fileURLToPath(new URL("./demo-repository/", import.meta.url));

/** Who comments in the demo. */
const person = "robin";

/** `npm run demo`: the whole way from a comment to a draft pull request, without credentials. */
export async function runDemo(args: string[]): Promise<number> {
  const { values, model } = parseArguments(args);
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return exitCodes.done;
  }
  const startedAt = performance.now();
  const story = createStory(values.json ? process.stderr : process.stdout);
  const folder = values.repository ? resolve(invocationFolder(), values.repository) : demoRepository;
  const issueText = values.issue
    ? await readTextFile(values.issue, invocationFolder())
    : await readTextFile("issue.md", demoRepository);
  const files = await readRepository(folder);
  const sandbox = await startSandboxProcess();
  try {
    const result = await playDemo({
      sandbox,
      files,
      issue: splitIssue(issueText),
      model,
      story,
      startedAt,
    });
    if (values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return result.pullRequest === null ? exitCodes.declined : exitCodes.done;
  } finally {
    await sandbox.stop();
  }
}

function parseArguments(args: string[]) {
  try {
    const parsed = parseArgs({
      args,
      options: {
        json: { type: "boolean" },
        repository: { type: "string" },
        issue: { type: "string" },
        model: { type: "string", default: "extractive" },
        help: { type: "boolean" },
      },
    });
    const { repository, issue, model: wanted } = parsed.values;
    if ((repository === undefined) !== (issue === undefined))
      throw new Error("--repository and --issue go together");
    const model = models.find((name) => name === wanted);
    if (model === undefined) throw new Error(`--model is one of ${models.join(", ")}`);
    if (model === "scripted" && repository !== undefined)
      throw new Error("--model scripted knows only the demo's own repository: leave out --repository");
    return { values: parsed.values, model };
  } catch (thrown) {
    throw new UserError(
      `${thrown instanceof Error ? thrown.message.split(". ")[0] : "The arguments are wrong"}.\n\n${usage}`,
    );
  }
}

type Scene = {
  readonly sandbox: SandboxProcess;
  readonly files: Awaited<ReturnType<typeof readRepository>>;
  readonly issue: { readonly title: string; readonly body: string };
  readonly model: Model;
  readonly story: Story;
  readonly startedAt: number;
};

async function playDemo({
  sandbox,
  files,
  issue,
  model,
  story,
  startedAt,
}: Scene): Promise<DemoResult & Published> {
  const dataFolder = await mkdtemp(join(tmpdir(), "galley-demo-"));
  const env = {
    ...(await describeEnvironment(sandbox, dataFolder)),
    ...(model === "scripted" ? await describeModel(sandbox, issue.body, files) : {}),
  };
  story.tell("Started a GitHub of our own", sandbox.url);
  const app = await startAppProcess(env, story.log);
  try {
    const writer = model === "scripted" ? "a scripted language model" : "no language model";
    story.tell(`Started Galley, with an empty database and ${writer}`, app.url);
    await sandbox.deliverTo(`${app.url}/api/github/webhooks`);
    const repository = await sandbox.createRepository({
      owner: "acme",
      name: "field-notes",
      private: true,
      files,
      collaborators: { [person]: "write" },
    });
    const name = `${repository.owner}/${repository.name}`;
    story.tell(
      `Pushed ${files.length} files to ${name}`,
      files
        .map(({ path }) => path)
        .slice(0, 8)
        .join("\n"),
    );
    const number = await story.openIssue(sandbox, person, name, issue);
    const readyAt = performance.now();
    const isEnd = (line: { msg: string; queue?: string | undefined }) =>
      line.msg === "Ended a job" && (line.queue === "draft" || line.queue === "failed");
    const ended = app.waitFor(isEnd, 120_000);
    await sandbox.as(person, "POST", `/repos/${name}/issues/${number}/comments`, { body: "/draft" });
    story.tell(`${person} comments on issue #${number}`, "/draft");
    await ended;
    const timings = {
      start: Math.round(readyAt - startedAt),
      draft: Math.round(performance.now() - readyAt),
      total: Math.round(performance.now() - startedAt),
    };
    const result = await readResult({ sandbox, person, name, issueNumber: number, timings });
    story.showResult(result);
    const published = result.pullRequest
      ? await publishDraft({ sandbox, app, story, person, name, number: result.pullRequest.number })
      : { announcement: null, visiblePosts: 0 };
    const total = Math.round(performance.now() - startedAt);
    story.finish(total);
    return { ...result, ...published, timings: { ...result.timings, total } };
  } finally {
    await app.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function describeEnvironment(
  sandbox: SandboxProcess,
  dataFolder: string,
): Promise<Record<string, string>> {
  const { appId, privateKey, webhookSecret } = await sandbox.credentials();
  const { url: linkedinUrl, accessToken, author } = await sandbox.linkedin();
  return {
    ...baseEnvironment(),
    GHE_HOST: new URL(sandbox.url).host,
    GHE_PROTOCOL: "http",
    APP_ID: String(appId),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: webhookSecret,
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: dataFolder,
    ALLOWED_OWNERS: "acme",
    GITHUB_WRITE_INTERVAL_MS: "0",
    LINKEDIN_ACCESS_TOKEN: accessToken,
    LINKEDIN_AUTHOR: author,
    LINKEDIN_API_URL: linkedinUrl,
    LINKEDIN_REPOSITORIES: "acme/field-notes",
  };
}

/** Tells the sandbox's model its script; what Galley needs to ask it. */
async function describeModel(
  sandbox: SandboxProcess,
  issueBody: string,
  files: Scene["files"],
): Promise<Record<string, string>> {
  const texts = files.map(({ path, base64 }) => ({
    path,
    text: Buffer.from(base64, "base64").toString("utf8"),
  }));
  const url = await sandbox.scriptModel(scriptModel(demoScript, issueBody, texts));
  return { OPENAI_BASE_URL: url, OPENAI_MODEL: "scripted", OPENAI_API_KEY: "a-key-of-the-demo" };
}

if (import.meta.main) await runProgram(() => runDemo(process.argv.slice(2)));
