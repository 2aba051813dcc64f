import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { baseEnvironment } from "../config.ts";
import { type AppProcess, startAppProcess } from "./app-process.ts";
import type { DemoArguments } from "./demo-arguments.ts";
import { demoScript } from "./demo-script.ts";
import type { Story } from "./demo-story.ts";
import { misbehave } from "./misbehaviour/misbehave.ts";
import { misbehaviours } from "./misbehaviour/misbehaviours.ts";
import type { SandboxProcess, SeedFile } from "./sandbox-process.ts";
import { scriptModel, scriptRepairs } from "./script-model.ts";

/** Who comments in the demo. */
export const person = "robin";

/** What the demo plays over. */
export type Material = {
  readonly files: readonly SeedFile[];
  readonly issue: { readonly title: string; readonly body: string };
  readonly model: DemoArguments["model"];
  /** With faults, Galley looks for what was lost every few seconds instead of minutes. */
  readonly isDisturbed: boolean;
};

/** Everything is there, and the issue is open: what comes next is a person's turn. */
export type Stage = {
  readonly sandbox: SandboxProcess;
  readonly app: AppProcess;
  /** `owner/name` */
  readonly name: string;
  readonly issueNumber: number;
  /** How many lines of Galley's log hold a secret of the demo. */
  leaks(): number;
  stop(): Promise<void>;
};

/** Starts Galley beside the sandbox, with a repository and an issue in it. */
export async function setStage(sandbox: SandboxProcess, material: Material, story: Story): Promise<Stage> {
  const dataFolder = await mkdtemp(join(tmpdir(), "galley-demo-"));
  const { env, secrets } = await describeEnvironment(sandbox, dataFolder, material);
  story.tell("Started a GitHub of our own", sandbox.url);
  let leaks = 0;
  const app = await startAppProcess(env, (line) => {
    if (secrets.some((secret) => line.includes(secret))) leaks += 1;
    story.log(line);
  });
  const stop = async () => {
    await app.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    const writer = describeWriter(material.model);
    story.tell(`Started Galley, with an empty database and ${writer}`, app.url);
    await sandbox.deliverTo(`${app.url}/api/github/webhooks`);
    const { name, issueNumber } = await openRepository(sandbox, material, story);
    return { sandbox, app, name, issueNumber, leaks: () => leaks, stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

async function openRepository(sandbox: SandboxProcess, { files, issue }: Material, story: Story) {
  const repository = await sandbox.createRepository({
    owner: "acme",
    name: "field-notes",
    private: true,
    files,
    // Sam may read and comment, and not command.
    collaborators: { [person]: "write", sam: "read" },
  });
  const name = `${repository.owner}/${repository.name}`;
  const paths = files.map(({ path }) => path);
  story.tell(`Pushed ${files.length} files to ${name}`, paths.slice(0, 8).join("\n"));
  return { name, issueNumber: await story.openIssue(sandbox, person, name, issue) };
}

async function describeEnvironment(sandbox: SandboxProcess, dataFolder: string, material: Material) {
  const { appId, privateKey, webhookSecret } = await sandbox.credentials();
  const { url: linkedinUrl, accessToken, author } = await sandbox.linkedin();
  const env: Record<string, string> = {
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
    ...(material.isDisturbed ? { RECONCILE_INTERVAL_MS: "3000" } : {}),
    ...(material.model === "extractive" ? {} : await describeModel(sandbox, material)),
  };
  // A line of the key is enough to know it by; the log writes its line ends otherwise.
  const [, keyLine = privateKey] = privateKey.split("\n");
  return { env, secrets: [keyLine, webhookSecret, accessToken] };
}

function describeWriter(model: string): string {
  const wrong = misbehaviours[model];
  if (wrong) return `a scripted language model that ${wrong.does}`;
  return model === "extractive" ? "no language model" : "a scripted language model";
}

/** Tells the sandbox's model its script; what Galley needs to ask it. */
async function describeModel(
  sandbox: SandboxProcess,
  { files, issue, model }: Material,
): Promise<Record<string, string>> {
  const texts = files.map(({ path, base64 }) => ({
    path,
    text: Buffer.from(base64, "base64").toString("utf8"),
  }));
  const good = scriptModel(demoScript, issue.body, texts);
  const url = await sandbox.scriptModel([...misbehave(model, good), ...good, ...scriptRepairs(good)]);
  return { OPENAI_BASE_URL: url, OPENAI_MODEL: "scripted", OPENAI_API_KEY: "a-key-of-the-demo" };
}
