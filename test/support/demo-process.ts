import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../src/cli/demo.ts", import.meta.url));

/** The demo that a person plays in a browser. */
export type ServedDemo = {
  /** Where its GitHub is. */
  readonly host: string;
  readonly issue: string;
  /** What git is said to clone from. */
  readonly clone: string;
  readonly child: ChildProcess;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>;
};

/** Starts `npm run demo -- --serve` and waits until it says where to look; `record` takes what passes. */
export async function startServedDemo(record?: string): Promise<ServedDemo> {
  const child = spawn(process.execPath, [program, "--serve"], {
    env: { PATH: process.env.PATH, TMPDIR: tmpdir(), ...(record ? { SANDBOX_RECORD: record } : {}) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let output = "";
  const shown = new Promise<{ issue: string; clone: string }>((resolve) => {
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const [, issue, clone] = /the issue +(http\S+)[\s\S]*git clone +(http\S+)\s/.exec(output) ?? [];
      if (issue && clone) resolve({ issue, clone });
    });
  });
  const addresses = await Promise.race([shown, ended.then(() => undefined)]);
  if (addresses === undefined) throw new Error(`The demo ended before it served anything:\n${output}`);
  return {
    host: new URL(addresses.issue).origin,
    ...addresses,
    child,
    async stop() {
      // Twice, as through npm.
      child.kill("SIGINT");
      child.kill("SIGINT");
      await ended;
      return child.exitCode;
    },
  };
}
