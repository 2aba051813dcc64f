import { styleText } from "node:util";
import { z } from "zod";
import { scrubSecrets } from "../log.ts";
import { describeGuards, type Judged } from "./misbehaviour/judge-misbehaviour.ts";
import type { DemoResult } from "./read-result.ts";
import type { FaultState, SandboxProcess } from "./sandbox-process.ts";

/** Tells what happens while it happens. */
export type Story = ReturnType<typeof createStory>;

/** A story for a person at a terminal; colours only where the stream is one. */
export function createStory(output: NodeJS.WriteStream) {
  const bold = (text: string) => styleText("bold", text, { stream: output });
  const dim = (text: string) => styleText("dim", text, { stream: output });
  let step = 0;

  function tell(what: string, detail = ""): void {
    step += 1;
    const indented = detail.replaceAll(/^/gm, "     ");
    output.write(`${bold(`${step}. ${what}`)}\n${detail ? `${dim(indented)}\n` : ""}`);
  }

  return {
    tell,
    /** The app's own log: only what went wrong belongs in the story. */
    log(line: string) {
      if (!/"level":(?:30|20|10)\b/.test(line)) output.write(`     ${dim(scrubSecrets(shorten(line)))}\n`);
    },
    async openIssue(
      sandbox: SandboxProcess,
      person: string,
      name: string,
      issue: { title: string; body: string },
    ): Promise<number> {
      const { number } = z
        .object({ number: z.int() })
        .parse(await sandbox.as(person, "POST", `/repos/${name}/issues`, issue));
      tell(`${person} opens issue #${number}: ${issue.title}`, issue.body);
      return number;
    },
    showResult({ pullRequest, post, github, answer }: DemoResult) {
      tell(`Galley asked GitHub ${github.length} times`, github.map(({ operation }) => operation).join("\n"));
      tell("Galley answers on the issue", answer ?? "(nothing)");
      if (!pullRequest || post === null) return;
      const kind = pullRequest.draft ? "Draft pull request" : "Pull request";
      tell(
        `${kind} #${pullRequest.number}: ${pullRequest.title}`,
        `${pullRequest.branch}, ${pullRequest.labels.join(", ")}`,
      );
      output.write(
        `\n${pullRequest.body.replace(/<details>[\s\S]*$/, "(evidence for each statement follows)\n")}\n`,
      );
      tell(`The post, in ${pullRequest.file}`);
      output.write(`\n${post}\n`);
    },
    showGuards(
      judged: Judged,
      { answer, pullRequest, publication }: DemoResult & { publication: readonly string[] | null },
    ) {
      const end = { answer, hasPullRequest: pullRequest !== null, publication: publication ?? [] };
      const guards = describeGuards(judged, end);
      tell(`The model ${judged.does}. What stood in its way:`, guards.join("\n"));
      const { gotThrough } = judged;
      if (gotThrough.length === 0) tell("The guard held: nothing of it is where it must not be");
    },
    showFaults(faults: readonly FaultState[], broken: readonly string[]) {
      for (const { rule, met } of faults) {
        const { service, operation, kind, nth } = rule;
        const words = met > 0 ? "It went wrong as asked" : "It did not come to the fault";
        tell(`${words}: ${service}:${operation}:${kind}:${nth}`);
      }
      if (faults.length > 0 || broken.length > 0)
        tell(broken.length === 0 ? "What is promised held all the same" : "BROKEN", broken.join("\n"));
    },
    finish(totalMs: number) {
      tell(
        `Done, in ${(totalMs / 1000).toFixed(1)} s`,
        "On a repository of your own: npm run demo -- --repository DIR --issue FILE.md",
      );
    },
  };
}

const LogLine = z.object({
  msg: z.string(),
  attempt: z.int().optional(),
  of: z.int().optional(),
  err: z.object({ message: z.string() }).optional(),
});

/** A line of the log as a sentence; one that is no line of the log stays as it is. */
function shorten(line: string): string {
  if (!line.startsWith("{")) return line;
  const { data } = LogLine.safeParse(JSON.parse(line));
  if (!data) return line;
  const { msg, attempt, of, err } = data;
  const tries = attempt === undefined || of === undefined ? "" : ` (attempt ${attempt} of ${of})`;
  return `log: ${msg}${err ? `: ${err.message}` : ""}${tries}`;
}
