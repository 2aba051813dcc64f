import { type Instruction, parseDockerfile, readExecForm, readHealthCheck } from "./parse-dockerfile.ts";

/** What must not be so in an image that people run: one sentence each, none when all is well. */
export function checkDockerfile(text: string): string[] {
  const stages = parseDockerfile(text);
  const steps = stages.at(-1)?.steps ?? [];
  const last = (keyword: string) => steps.findLast((step) => step.keyword === keyword);
  const user = last("USER")?.rest.split(":")[0] ?? "root";
  const findings = [
    stages.length < 2 && "It has one stage: what the installation leaves behind stays in the image.",
    ["root", "0"].includes(user) && "It runs as root: USER must name another user.",
    !readExecForm(last("CMD")?.rest ?? "") && "CMD is not in exec form: SIGTERM would end a shell instead.",
    !readHealthCheck(last("HEALTHCHECK")?.rest ?? "") && "HEALTHCHECK is missing, or not in exec form.",
    ...steps
      .filter(({ keyword }) => keyword === "VOLUME")
      .flatMap(({ rest }) => readExecForm(rest) ?? rest.split(/\s+/))
      .map((path) => !isOwned(path, user, steps) && `The volume ${path} does not belong to ${user}.`),
    ...stages
      .flatMap((stage) => stage.steps)
      .filter(({ keyword, rest }) => keyword === "RUN" && rest.startsWith("npm "))
      .map(({ line, rest }) => {
        const isStrict = /^npm ci\b/.test(rest) && ["--omit=dev", "--ignore-scripts"].every(has(rest));
        return !isStrict && `Line ${line} is not npm ci with --omit=dev and --ignore-scripts.`;
      }),
  ];
  return findings.filter((finding) => finding !== false);
}

/** `install -d` makes the folder with its owner in one step, before VOLUME would forget a later change. */
function isOwned(path: string, user: string, steps: readonly Instruction[]): boolean {
  return steps.some(({ keyword, rest }) => {
    const words = rest.split(/\s+/);
    const owner = words[words.indexOf("-o") + 1];
    return keyword === "RUN" && rest.startsWith("install -d ") && owner === user && words.at(-1) === path;
  });
}

function has(rest: string): (word: string) => boolean {
  return (word) => rest.split(/\s+/).includes(word);
}
