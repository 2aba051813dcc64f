import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Image } from "./replay-dockerfile.ts";
import { ownPath } from "./run-step.ts";

/** A container's process, as far as it is one without a container. */
export type Container = {
  /** Once: the exit code of the HEALTHCHECK command, with the environment of the process. */
  checkHealth(): Promise<number | null>;
  /** Repeats it as an engine does; throws when the process ends or the time is over. */
  waitUntilHealthy(timeoutMs: number): Promise<void>;
  /** SIGTERM; resolves with the exit code, or throws after the time that the engine would give. */
  stop(timeoutMs: number): Promise<number | null>;
  kill(): void;
  output(): string;
};

/** Starts the image's command in its folder, with its environment and the one given, which wins. */
export function runImage(image: Image, given: Readonly<Record<string, string>>): Container {
  const env = describeEnvironment(image, given);
  const child = begin(image, image.command, env);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  }
  const exited = once(child, "exit");

  async function checkHealth(): Promise<number | null> {
    const probe = begin(image, image.healthCheck, env);
    const timer = setTimeout(() => probe.kill("SIGKILL"), 5000);
    const [code] = await once(probe, "exit");
    clearTimeout(timer);
    return code;
  }

  return {
    checkHealth,
    output: () => output,
    async waitUntilHealthy(timeoutMs) {
      const end = performance.now() + timeoutMs;
      while ((await checkHealth()) !== 0) {
        if (child.exitCode !== null) throw new Error(`The process ended with ${child.exitCode}:\n${output}`);
        if (performance.now() > end) throw new Error(`Not healthy within ${timeoutMs} ms:\n${output}`);
        await sleep(300);
      }
    },
    async stop(timeoutMs) {
      child.kill("SIGTERM");
      const late = sleep(timeoutMs, "late", { ref: false });
      if ((await Promise.race([exited, late])) === "late")
        throw new Error(`Did not stop within ${timeoutMs} ms:\n${output}`);
      return child.exitCode;
    },
    kill: () => {
      child.kill("SIGKILL");
    },
  };
}

function begin(image: Image, [program, ...words]: readonly string[], env: Record<string, string>) {
  if (program === undefined) throw new Error("The image has no such command");
  const options = { cwd: join(image.root, image.workdir), env, stdio: "pipe" } as const;
  return spawn(program, words, options) satisfies ChildProcess;
}

/** A path of the image, such as /data, is one below the folder that stands for its root. */
function describeEnvironment(image: Image, given: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(image.env).map(([name, value]) => [
    name,
    value.startsWith("/") ? join(image.root, value) : value,
  ]);
  return { PATH: ownPath(), ...Object.fromEntries(own), ...given };
}
