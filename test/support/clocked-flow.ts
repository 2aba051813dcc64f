import { createHmac, randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import type { TestContext } from "node:test";
import { loadConfig } from "../../src/config.ts";
import { createLogger } from "../../src/log.ts";
import { type Running, start } from "../../src/main.ts";
import type { CreatedRepository, Sandbox } from "../../src/sandbox/sandbox.ts";
import { createCleanup } from "./cleanup.ts";
import { createTestDatabase } from "./database.ts";
import { describeEnvironment } from "./flow.ts";
import { startWatchedSandbox } from "./watched-sandbox.ts";

type Line = { readonly msg: string; readonly [field: string]: unknown };

/** A Galley in this process whose clock stands still until the test moves it. */
export type ClockedFlow = {
  readonly sandbox: Sandbox;
  readonly repository: CreatedRepository;
  /** `owner/name` */
  readonly name: string;
  readonly lines: readonly Line[];
  /** Moves the clock, and takes in what is due then. */
  moveTo(time: string): Promise<void>;
  /** Moves the clock while nothing runs, and starts again. */
  restartAt(time: string): Promise<void>;
  /** The line with these words, for the `count`th time, written already or to come. */
  said(msg: string, queue?: string, count?: number): Promise<Line>;
  /** Opens an idea; resolves with the issue's number. */
  addIdea(
    idea: { title?: string; body: string; labels?: readonly string[] },
    login?: string,
  ): Promise<number>;
  /** Sends a delivery that the sandbox has no way to cause; resolves with the app's answer. */
  deliver(event: string, payload: object): Promise<number>;
  /** What the app asked of GitHub, but for its own token. */
  operations(): string[];
};

/** Longer than any test: only the test ticks. */
const never = 2 ** 31 - 1;

/** Starts both at `time`, the App installed while Galley listens, with the settings of `files` read. */
export async function startClockedFlow(
  test: TestContext,
  options: { readonly files: Readonly<Record<string, string>>; readonly time: string },
): Promise<ClockedFlow> {
  const end = createCleanup(test);
  const sandbox = await startWatchedSandbox(end);
  const database = await createTestDatabase();
  end.after(() => database.remove());
  const journal = createJournal();
  let now = new Date(options.time);
  let running: Running | undefined;
  const run = async () => {
    const config = loadConfig({ ...describeEnvironment(sandbox), ...database.env });
    running = await start(config, journal.log, { clock: { now: () => now }, tickIntervalMs: never });
    sandbox.setWebhookUrl(`http://127.0.0.1:${running.port}/api/github/webhooks`);
  };
  const stop = async () => {
    await running?.stop();
    running = undefined;
  };
  await run();
  end.after(stop);
  const repository = await sandbox.createRepository({
    owner: "acme",
    name: "field-notes",
    private: true,
    files: Object.entries(options.files).map(([path, text]) => ({ path, text })),
    collaborators: { editor: "write", reader: "read", sorter: "triage" },
  });
  await journal.said("Ended a job", "settings");
  const name = `${repository.owner}/${repository.name}`;
  return {
    sandbox,
    repository,
    name,
    lines: journal.lines,
    said: journal.said,
    async moveTo(time) {
      now = new Date(time);
      await running?.tick();
    },
    async restartAt(time) {
      await stop();
      now = new Date(time);
      await run();
      await running?.tick();
    },
    async addIdea({ title = "Restore drills", body, labels = ["blog-idea"] }, login = "editor") {
      return (await sandbox.as(login).openIssue(name, { title, body, labels })).number;
    },
    deliver: (event, payload) => deliver(sandbox, running?.port ?? 0, event, payload),
    operations: () =>
      sandbox
        .requests()
        .filter(({ actor, operation }) => actor === "installation" && !operation.includes("access-token"))
        .map(({ operation }) => operation),
  };
}

async function deliver(sandbox: Sandbox, port: number, event: string, payload: object): Promise<number> {
  const body = JSON.stringify(payload);
  const signature = createHmac("sha256", sandbox.app.webhookSecret).update(body).digest("hex");
  const { status } = await fetch(`http://127.0.0.1:${port}/api/github/webhooks`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-github-delivery": randomUUID(),
      "x-github-event": event,
      "x-hub-signature-256": `sha256=${signature}`,
    },
  });
  return status;
}

function createJournal() {
  const lines: Line[] = [];
  const waiting = new Set<() => void>();
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().split("\n").filter(Boolean)) lines.push(JSON.parse(line));
      for (const wake of waiting) wake();
      done();
    },
  });
  return {
    lines,
    log: createLogger({ level: "info", secrets: [], destination }),
    async said(msg: string, queue?: string, count = 1): Promise<Line> {
      for (;;) {
        const found = lines.filter(
          (line) => line.msg === msg && (queue === undefined || line.queue === queue),
        );
        const wanted = found[count - 1];
        if (wanted) return wanted;
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.add(resolve);
        await promise;
        waiting.delete(resolve);
      }
    },
  };
}
