import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A program under load whose log is thrown away: reading it would take time from what is measured. */
export type Running = { readonly url: string; readonly pid: number; kill(): Promise<void> };

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/** Starts a program with only this environment; resolves when it has logged the port that it listens on. */
export async function startQuietly(env: Readonly<Record<string, string>>, program = main): Promise<Running> {
  const child = spawn(process.execPath, [program], { env, stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(child, "exit");
  const port = await new Promise<string>((resolve, reject) => {
    let log = "";
    const read = (chunk: Buffer) => {
      log += chunk;
      const found = /"port":(\d+)/.exec(log)?.[1];
      if (!found) return;
      child.stderr.off("data", read);
      resolve(found);
    };
    child.stderr.on("data", read);
    child.once("exit", () => reject(new Error(`${program} ended before it listened:\n${log}`)));
  });
  // Read on, or it would wait for somebody to.
  child.stderr.resume();
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
