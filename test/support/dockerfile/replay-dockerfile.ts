import { mkdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { copyIn } from "./copy-in.ts";
import {
  type Instruction,
  parseDockerfile,
  readExecForm,
  readHealthCheck,
  type Stage,
  unknown,
} from "./parse-dockerfile.ts";
import { readDockerignore } from "./read-dockerignore.ts";
import { runStep } from "./run-step.ts";

/** What a build would leave: a folder that stands for `/`, and how the container begins in it. */
export type Image = {
  root: string;
  /** As the image sees it, such as `/app`. */
  workdir: string;
  env: Record<string, string>;
  healthCheck: readonly string[];
  command: readonly string[];
};

type Replay = {
  /** The folder that is built, such as the repository. */
  readonly context: string;
  readonly isIgnored: (path: string) => boolean;
  readonly stages: Map<string, Image>;
  /** Told what is done, and what is left out. */
  readonly say: (line: string) => void;
};

/**
 * Does the steps of a Dockerfile below the empty `folder`, without a container engine.
 * Left out, and said: the base image, the user, owners and ports. Throws at a step that it does not know.
 */
export async function replayDockerfile(
  dockerfile: string,
  { context, folder, say }: { context: string; folder: string; say: (line: string) => void },
): Promise<Image> {
  const stages = parseDockerfile(dockerfile);
  const isIgnored = readDockerignore(await readFile(join(context, ".dockerignore"), "utf8"));
  const replay: Replay = { context, isIgnored, stages: new Map(), say };
  let image: Image | undefined;
  for (const [index, stage] of stages.entries()) {
    image = await replayStage(stage, join(folder, String(index)), replay);
    replay.stages.set(stage.name ?? String(index), image);
  }
  if (!image) throw new Error("The Dockerfile has no stage");
  return image;
}

async function replayStage(stage: Stage, root: string, replay: Replay): Promise<Image> {
  await mkdir(root, { recursive: true });
  replay.say(`FROM ${stage.base}: left out, the tests' own Node stands for it`);
  const image: Image = { root, workdir: "/", env: {}, healthCheck: [], command: [] };
  for (const step of stage.steps) {
    const perform = steps[step.keyword];
    if (!perform) throw unknown(step);
    await perform(step, image, replay);
  }
  return image;
}

type Perform = (step: Instruction, image: Image, replay: Replay) => Promise<void> | void;

const leaveOut: Perform = ({ keyword, rest }, _image, { say }) => say(`${keyword} ${rest}: left out`);

const steps: Readonly<Record<string, Perform>> = {
  EXPOSE: leaveOut,
  USER: leaveOut,
  VOLUME: leaveOut,
  async WORKDIR({ rest }, image) {
    image.workdir = posix.resolve(image.workdir, rest);
    await mkdir(join(image.root, image.workdir), { recursive: true });
  },
  ENV(step, image) {
    const pairs = step.rest.split(/\s+/).map((pair) => /^(\w+)=([^"'$\\]*)$/.exec(pair));
    for (const pair of pairs) {
      const [, name, value] = pair ?? [];
      if (name === undefined || value === undefined) throw unknown(step);
      image.env[name] = value;
    }
  },
  async COPY(step, image, { context, isIgnored, stages, say }) {
    say(`COPY ${step.rest}`);
    const words = step.rest.split(/\s+/);
    const flags = words.filter((word) => word.startsWith("--"));
    const paths = words.slice(flags.length);
    const [, name, value = ""] = /^--(from|chmod)=(\w+)$/.exec(flags[0] ?? "") ?? [];
    const source = name === "from" ? stages.get(value) : { root: context, isIgnored };
    const to = paths.pop();
    const isKnown = flags.length === 0 || (flags.length === 1 && name !== undefined);
    if (!isKnown || !source || to === undefined || paths.length === 0) throw unknown(step);
    const mode = name === "chmod" ? Number.parseInt(value, 8) : undefined;
    await copyIn({ from: { isIgnored: () => false, ...source }, paths, to, mode, image, line: step.line });
  },
  RUN: (step, image, { say }) => runStep(step, image, say),
  HEALTHCHECK(step, image) {
    const command = readHealthCheck(step.rest);
    if (!command) throw unknown(step);
    image.healthCheck = command;
  },
  CMD(step, image) {
    const command = readExecForm(step.rest);
    if (!command) throw unknown(step);
    image.command = command;
  },
};
