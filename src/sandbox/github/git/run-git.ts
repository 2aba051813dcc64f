import { spawn } from "node:child_process";

/** How git runs here: without the machine's settings, so that every machine gets the same objects. */
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_TERMINAL_PROMPT: "0",
};

/** What git said when it failed: its exit code and the text it wrote to standard error. */
export class GitError extends Error {
  override readonly name = "GitError";
  readonly exitCode: number | null;

  constructor(args: readonly string[], exitCode: number | null, complaint: string) {
    super(`git ${args[0] ?? ""} failed (${exitCode ?? "killed"}): ${complaint.trim()}`);
    this.exitCode = exitCode;
  }
}

/** Starts git on a bare repository; the caller reads its streams. */
export function spawnGit(directory: string, args: readonly string[], extra: NodeJS.ProcessEnv = {}) {
  // A repository that a test looks into must not change by itself: no automatic housekeeping.
  const settings = ["-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "core.quotePath=false"];
  return spawn("git", [...settings, `--git-dir=${directory}`, ...args], {
    env: { ...environment, ...extra },
  });
}

/** Runs one git command to its end and returns its standard output; throws `GitError` on another exit code than 0. */
export async function runGit(
  directory: string,
  args: readonly string[],
  options: { input?: Buffer | string; env?: NodeJS.ProcessEnv } = {},
): Promise<Buffer> {
  const child = spawnGit(directory, args, options.env);
  const output: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
  // git may end before it has read everything; its exit code tells the story better than EPIPE.
  child.stdin.on("error", () => {});
  child.stdin.end(options.input ?? "");
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (exitCode !== 0) throw new GitError(args, exitCode, Buffer.concat(complaints).toString());
  return Buffer.concat(output);
}
