import type { CreatedRepository, Sandbox } from "../../src/sandbox/sandbox.ts";
import { type AppProcess, startApp } from "./app-process.ts";
import { type Cleanup, createCleanup } from "./cleanup.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { startWatchedSandbox } from "./watched-sandbox.ts";

/** A GitHub of our own and a Galley that is installed on it. */
export type Flow = {
  readonly sandbox: Sandbox;
  readonly repository: CreatedRepository;
  /** `owner/name` */
  readonly name: string;
  /** The app that runs now; another after `restart`. */
  app(): AppProcess;
  restart(): Promise<AppProcess>;
  /** Starts one in the place of one that has ended. */
  begin(): Promise<AppProcess>;
  /** One more process on the same database. */
  startAnother(change?: Readonly<Record<string, string>>): Promise<AppProcess>;
  readonly database: TestDatabase;
  /** Opens an issue as `editor`, who may write, and comments on it. */
  command(
    issue: { title: string; body: string },
    comment?: string,
    login?: string,
  ): Promise<{ number: number; commentId: number }>;
  /** Resolves when the app has ended a job of this queue, for the `count`th time. */
  ended(
    queue: "draft" | "angles" | "reply" | "close" | "linkedin" | "release" | "review" | "failed",
    count?: number,
  ): Promise<void>;
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
  readonly defaultBranch?: string;
  readonly hasDrafts?: boolean;
  /** Whether Galley writes with the sandbox's model; its script is the test's. */
  readonly hasModel?: boolean;
  readonly env?: Record<string, string>;
  /** Only where a test is about one of them; otherwise it is played on both. */
  readonly database?: () => Promise<TestDatabase>;
  /** Whether the sandbox's LinkedIn account is this repository's. */
  readonly hasLinkedIn?: boolean;
};

/** Who may write: one person may give ten commands an hour. */
export const editors = ["editor", "second-editor", "third-editor", "fourth-editor", "fifth-editor"] as const;

/** Starts both, with everything put away when the test ends. */
export async function startFlow(test: Cleanup, options: Options): Promise<Flow> {
  const end = createCleanup(test);
  const sandbox = await startWatchedSandbox(end);
  const database = await (options.database ?? createTestDatabase)();
  end.after(() => database.remove());
  const repository = await sandbox.createRepository({
    owner: "acme",
    name: "field-notes",
    private: options.isPrivate ?? true,
    drafts: options.hasDrafts ?? true,
    defaultBranch: options.defaultBranch,
    files: [
      ...Object.entries(options.files).map(([path, text]) => ({ path, text })),
      ...(options.seed ?? []),
    ],
    collaborators: { ...Object.fromEntries(editors.map((login) => [login, "write"])), reader: "read" },
  });
  const env = {
    ...describeEnvironment(sandbox),
    ...database.env,
    ...(options.hasLinkedIn ? describeLinkedIn(sandbox) : {}),
    ...(options.hasModel ? describeModel(sandbox) : {}),
    ...options.env,
  };
  let app = await startApp(env);
  sandbox.setWebhookUrl(`${app.url}/api/github/webhooks`);
  end.after(() => app.kill());
  const begin = async () => {
    app = await startApp(env);
    sandbox.setWebhookUrl(`${app.url}/api/github/webhooks`);
    return app;
  };
  const name = `${repository.owner}/${repository.name}`;
  return {
    sandbox,
    repository,
    name,
    app: () => app,
    async restart() {
      await app.kill();
      await database.letTimePass();
      return await begin();
    },
    begin,
    database,
    async startAnother(change = {}) {
      const another = await startApp({ ...env, ...change });
      end.after(() => another.kill());
      return another;
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
      return await readRows(database, statement);
    },
    requests: () =>
      sandbox
        .requests()
        .filter(({ actor, operation }) => actor === "installation" && !operation.includes("access-token"))
        .map(({ method, operation, status }) => ({ method, operation, status })),
  };
}

/** What an app is told of the sandbox. */
export function describeEnvironment(sandbox: Sandbox): Record<string, string> {
  return {
    GHE_HOST: new URL(sandbox.url).host,
    GHE_PROTOCOL: "http",
    APP_ID: String(sandbox.app.appId),
    PRIVATE_KEY: sandbox.app.privateKey,
    WEBHOOK_SECRET: sandbox.app.webhookSecret,
    PORT: "0",
    HOST: "127.0.0.1",
    GITHUB_WRITE_INTERVAL_MS: "0",
    ALLOWED_OWNERS: "acme",
  };
}

async function readRows(database: TestDatabase, statement: string): Promise<unknown[]> {
  const opened = await database.open();
  try {
    return await opened.query(statement);
  } finally {
    await opened.close();
  }
}

/** What it is told of the sandbox's LinkedIn, for the repository of a flow. */
export function describeLinkedIn({ linkedin }: Sandbox): Record<string, string> {
  return {
    LINKEDIN_ACCESS_TOKEN: linkedin.accessToken,
    LINKEDIN_AUTHOR: linkedin.author,
    LINKEDIN_API_URL: linkedin.url,
    LINKEDIN_REPOSITORIES: "acme/field-notes",
  };
}

function describeModel({ model }: Sandbox): Record<string, string> {
  return { OPENAI_BASE_URL: model.url, OPENAI_MODEL: "scripted", OPENAI_API_KEY: "a-key-of-the-test" };
}
