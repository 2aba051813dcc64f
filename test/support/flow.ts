import type { TestContext } from "node:test";
import { openPglite } from "../../src/adapters/postgres/pglite.ts";
import type { CreatedRepository, Sandbox } from "../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import { type AppProcess, startApp } from "./app-process.ts";
import { copyPreparedFolder } from "./prepared-folder.ts";

/** A GitHub of our own and a Galley that is installed on it. */
export type Flow = {
  readonly sandbox: Sandbox;
  readonly repository: CreatedRepository;
  /** `owner/name` */
  readonly name: string;
  /** The app that runs now; another after `restart`. */
  app(): AppProcess;
  restart(): Promise<AppProcess>;
  /** Opens an issue as `editor`, who may write, and comments on it. */
  command(
    issue: { title: string; body: string },
    comment?: string,
    login?: string,
  ): Promise<{ number: number; commentId: number }>;
  /** Resolves when the app has ended a job of this queue, for the `count`th time. */
  ended(queue: "draft" | "reply" | "close" | "linkedin" | "review" | "failed", count?: number): Promise<void>;
  /** Stops the app and reads its database. */
  readRows(statement: string): Promise<unknown[]>;
  /** What the app asked of GitHub since the start, but for its own token. */
  requests(): { method: string; operation: string; status: number | undefined }[];
};

/** What a repository begins with. */
export type Seed = NonNullable<Parameters<Sandbox["createRepository"]>[0]["files"]>;

type Options = {
  readonly files: Readonly<Record<string, string>>;
  /** Files that are more than text: links, binaries, submodules. */
  readonly seed?: Seed;
  readonly isPrivate?: boolean;
  readonly hasDrafts?: boolean;
  /** Whether Galley writes with the sandbox's model; its script is the test's. */
  readonly hasModel?: boolean;
  readonly env?: Record<string, string>;
  /** Whether the sandbox's LinkedIn account is this repository's. */
  readonly hasLinkedIn?: boolean;
};

/** Starts both, with everything put away when the test ends. */
export async function startFlow(test: TestContext, options: Options): Promise<Flow> {
  const sandbox = await startSandbox();
  test.after(() => sandbox.close());
  const folder = await copyPreparedFolder();
  test.after(() => folder.remove());
  const repository = await sandbox.createRepository({
    owner: "acme",
    name: "field-notes",
    private: options.isPrivate ?? true,
    drafts: options.hasDrafts ?? true,
    files: [
      ...Object.entries(options.files).map(([path, text]) => ({ path, text })),
      ...(options.seed ?? []),
    ],
    collaborators: { editor: "write", reader: "read" },
  });
  const linkedin = {
    LINKEDIN_ACCESS_TOKEN: sandbox.linkedin.accessToken,
    LINKEDIN_AUTHOR: sandbox.linkedin.author,
    LINKEDIN_API_URL: sandbox.linkedin.url,
    LINKEDIN_REPOSITORIES: "acme/field-notes",
  };
  const env = {
    ...describeEnvironment(sandbox, folder.path),
    ...(options.hasLinkedIn ? linkedin : {}),
    ...(options.hasModel ? describeModel(sandbox) : {}),
    ...options.env,
  };
  let app = await startApp(env);
  sandbox.setWebhookUrl(`${app.url}/api/github/webhooks`);
  test.after(() => app.kill());
  const name = `${repository.owner}/${repository.name}`;
  return {
    sandbox,
    repository,
    name,
    app: () => app,
    async restart() {
      await app.kill();
      app = await startApp(env);
      sandbox.setWebhookUrl(`${app.url}/api/github/webhooks`);
      return app;
    },
    async command(issue, comment = "/draft", login = "editor") {
      const { number } = await sandbox.as("editor").openIssue(name, issue);
      const { id: commentId } = await sandbox.as(login).comment(name, number, comment);
      return { number, commentId };
    },
    async ended(queue, count = 1) {
      const isEnd = (line: { msg: string; queue?: unknown }) =>
        line.msg === "Ended a job" && line.queue === queue;
      await app.waitFor(() => app.lines.filter(isEnd).length >= count);
    },
    async readRows(statement) {
      await app.stop();
      const database = await openPglite(folder.path);
      try {
        return await database.query(statement);
      } finally {
        await database.close();
      }
    },
    requests: () =>
      sandbox
        .requests()
        .filter(({ actor, operation }) => actor === "installation" && !operation.includes("access-token"))
        .map(({ method, operation, status }) => ({ method, operation, status })),
  };
}

/** What the app is told of a sandbox. */
export function describeEnvironment(sandbox: Sandbox, dataFolder: string): Record<string, string> {
  return {
    GHE_HOST: new URL(sandbox.url).host,
    GHE_PROTOCOL: "http",
    APP_ID: String(sandbox.app.appId),
    PRIVATE_KEY: sandbox.app.privateKey,
    WEBHOOK_SECRET: sandbox.app.webhookSecret,
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: dataFolder,
    GITHUB_WRITE_INTERVAL_MS: "0",
    ALLOWED_OWNERS: "acme",
  };
}

function describeModel({ model }: Sandbox): Record<string, string> {
  return { OPENAI_BASE_URL: model.url, OPENAI_MODEL: "scripted", OPENAI_API_KEY: "a-key-of-the-test" };
}
