import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const program = fileURLToPath(new URL("../main.ts", import.meta.url));

const Line = z.looseObject({
  msg: z.string(),
  port: z.int().optional(),
  queue: z.string().optional(),
  workId: z.string().optional(),
});
type Line = z.infer<typeof Line>;

/** Galley as a program of its own, told apart from any other only by its environment. */
export type AppProcess = Awaited<ReturnType<typeof startAppProcess>>;

/** Starts Galley and waits until it listens. Its log goes to `onLine`. */
export async function startAppProcess(env: Record<string, string>, onLine: (line: string) => void) {
  const child = spawn(process.execPath, [program], { env, stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(child, "exit");
  const waiting = new Set<{ fits: (line: Line) => boolean; resolve: (line: Line) => void }>();
  createInterface({ input: child.stderr }).on("line", (text) => {
    onLine(text);
    const line = parseLine(text);
    for (const one of line ? [...waiting].filter(({ fits }) => fits(line)) : []) {
      waiting.delete(one);
      if (line) one.resolve(line);
    }
  });

  /** The next line of the log that fits; fails when the app ends or the time is over. */
  async function waitFor(fits: (line: Line) => boolean, timeoutMs: number): Promise<Line> {
    const { promise, resolve, reject } = Promise.withResolvers<Line>();
    waiting.add({ fits, resolve });
    const timer = setTimeout(
      () => reject(new Error(`Galley did not get there within ${timeoutMs / 1000} s`)),
      timeoutMs,
    );
    const over = ended.then(() => {
      throw new Error("Galley ended before it got there");
    });
    try {
      return await Promise.race([promise, over]);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Resolves when the next job of a queue has come to its end, by itself or after its last attempt. Other work may
   * fail and end in between.
   */
  async function waitForJob(queue: string, timeoutMs: number): Promise<void> {
    const begun = new Set<string | undefined>();
    // Both lines may come in one piece, so one pair of eyes looks for them.
    const isItsEnd = (line: Line) => {
      if (line.msg === "Began a job" && line.queue === queue) begun.add(line.workId);
      const isOver = line.msg === "Ended a job" && (line.queue === queue || line.queue === "failed");
      return isOver && begun.has(line.workId);
    };
    await waitFor(isItsEnd, timeoutMs);
  }

  const { port } = await waitFor(({ msg }) => msg === "Galley is listening", 60_000);
  return {
    url: `http://127.0.0.1:${port}`,
    waitForJob,
    /** Resolves when it has ended by itself or by a signal. */
    ended: ended.then(() => undefined),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function parseLine(text: string): Line | undefined {
  if (!text.startsWith("{")) return undefined;
  return Line.safeParse(JSON.parse(text)).data;
}
