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
  readonly child: ChildProcess;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>;
};

/** Starts `npm run demo -- --serve` and waits until it says where to look. */
export async function startServedDemo(): Promise<ServedDemo> {
  const child = spawn(process.execPath, [program, "--serve"], {
    env: { PATH: process.env.PATH, TMPDIR: tmpdir() },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let output = "";
  const issue = new Promise<string>((resolve) => {
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const [, address] = /the issue +(http\S+)/.exec(output) ?? [];
      if (address) resolve(address);
    });
  });
  const address = await Promise.race([issue, ended.then(() => undefined)]);
  if (address === undefined) throw new Error(`The demo ended before it served anything:\n${output}`);
  return {
    host: new URL(address).origin,
    issue: address,
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
