import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { promisify } from "node:util";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";

const run = promisify(execFile);
const settings = ["-c", "user.name=maya", "-c", "user.email=maya@example.org", "-c", "gc.auto=0"];

/** git as a person has it, without the settings of this machine. */
export async function person(folder: string, ...args: string[]): Promise<string> {
  const env = {
    ...process.env,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
  };
  return (await run("git", [...settings, ...args], { cwd: folder, env })).stdout;
}

/** A folder that goes with the test. */
export async function makeFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sandbox-clone-"));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Where to clone from as somebody, `login:password`. */
export function address(sandbox: Sandbox, who: string, name = "blog"): string {
  return `${sandbox.url.replace("//", `//${who}@`)}/acme/${name}.git`;
}

/** Commits one file in a clone. */
export async function commitFile(clone: string, path: string): Promise<void> {
  await writeFile(join(clone, path), "Pushed\n");
  await person(clone, "add", path);
  await person(clone, "commit", "-qm", `Write ${path}`);
}
