import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A line of the app's log. */
export type LogLine = { readonly msg: string; readonly [field: string]: unknown };

/** Galley as a process of its own, with its log as it is written. */
export type AppProcess = {
  readonly url: string;
  readonly child: ChildProcess;
  readonly lines: readonly LogLine[];
  /** Everything that it wrote, raw. */
  output(): string;
  /** Resolves with the first line, written already or to come, that fits. */
  waitFor(fits: (line: LogLine) => boolean): Promise<LogLine>;
  /** Resolves with the next line that it writes, or when it has ended. */
  nextLine(): Promise<void>;
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
};

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/** Half of a start is stripping types and compiling: what one start has done, the next need not do again. */
const compileCache =
  process.env.NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE };

/** Starts `src/main.ts` with only the given environment and waits until it listens, and says so in these words. */
export async function startApp(
  env: Record<string, string>,
  ready = "Galley is listening",
  program = main,
): Promise<AppProcess> {
  const child = spawn(process.execPath, [program], {
    env: { ...compileCache, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: LogLine[] = [];
  let raw = "";
  const waiters = new Set<() => void>();
  const ended = once(child, "exit");
  child.stdout.on("data", (chunk) => {
    raw += chunk;
  });
  createInterface({ input: child.stderr }).on("line", (line) => {
    raw += `${line}\n`;
    if (line.startsWith("{")) lines.push(JSON.parse(line));
    for (const wake of waiters) wake();
  });

  async function waitFor(fits: (line: LogLine) => boolean): Promise<LogLine> {
    for (;;) {
      const found = lines.find(fits);
      if (found) return found;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiters.add(resolve);
      const isOver = await Promise.race([promise.then(() => false), ended.then(() => true)]);
      waiters.delete(resolve);
      if (isOver && !lines.some(fits))
        throw new Error(`The app ended without the line that was waited for:\n${raw}`);
    }
  }

  const { port } = await waitFor(({ msg }) => msg === ready);
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    lines,
    output: () => raw,
    waitFor,
    async nextLine() {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiters.add(resolve);
      await Promise.race([promise, ended]);
      waiters.delete(resolve);
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
  };
}
