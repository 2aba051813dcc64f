import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { baseEnvironment, invocationFolder } from "../config.ts";
import { UserError } from "../errors.ts";
import { startAppProcess } from "./app-process.ts";
import { createStory, type Story } from "./demo-story.ts";
import { readTextFile, splitIssue } from "./read-inputs.ts";
import { readRepository } from "./read-repository.ts";
import { type DemoResult, readResult } from "./read-result.ts";
import { exitCodes, runProgram } from "./run-program.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";

const usage = `npm run demo [-- --json] [-- --repository DIR --issue FILE.md]

Starts a GitHub of our own and Galley beside it, comments /draft on an issue and shows the pull request.
--repository  a folder of yours instead of the demo's; what git tracks in it
--issue       the issue's text: the first line is its title, the rest names the sources
--json        one JSON object on standard output; the story goes to standard error`;

const demoRepository = fileURLToPath(new URL("./demo-repository/", import.meta.url));

/** Who comments in the demo. */
const person = "robin";

/** `npm run demo`: the whole way from a comment to a draft pull request, without credentials. */
export async function runDemo(args: string[]): Promise<number> {
  const { values } = parseArguments(args);
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
    const result = await playDemo({ sandbox, files, issue: splitIssue(issueText), story, startedAt });
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
        help: { type: "boolean" },
      },
    });
    const { repository, issue } = parsed.values;
    if ((repository === undefined) !== (issue === undefined))
      throw new Error("--repository and --issue go together");
    return parsed;
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
  readonly story: Story;
  readonly startedAt: number;
};

async function playDemo({ sandbox, files, issue, story, startedAt }: Scene): Promise<DemoResult> {
  const dataFolder = await mkdtemp(join(tmpdir(), "galley-demo-"));
  const { appId, privateKey, webhookSecret } = await sandbox.credentials();
  const env = {
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
  };
  story.tell("Started a GitHub of our own", sandbox.url);
  const app = await startAppProcess(env, story.log);
  try {
    story.tell("Started Galley, with an empty database", app.url);
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
    return result;
  } finally {
    await app.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

if (import.meta.main) await runProgram(() => runDemo(process.argv.slice(2)));
