import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Instruction, unknown } from "./parse-dockerfile.ts";

type Place = {
  readonly root: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
};

/** How npm finds its registry on this machine; nothing else of ours is seen by a step. */
const passed =
  /^(?:HOME|TMPDIR|(?:https?|no)_proxy|NODE_EXTRA_CA_CERTS|npm_config_(?:registry|cache|userconfig))$/i;

/** RUN: `npm ci`, and the making of a folder. Anything else is an error. */
export async function runStep(step: Instruction, place: Place, say: (line: string) => void): Promise<void> {
  const [, folder] = /^install -d -o \w+ -g \w+ -m 0[0-7]{3} (\/[\w/]+)$/.exec(step.rest) ?? [];
  if (folder !== undefined) {
    say(`RUN ${step.rest}: done, but for the owner and the mode`);
    await mkdir(join(place.root, folder), { recursive: true });
    return;
  }
  if (!/^npm ci(?: --[\w=-]+)*$/.test(step.rest)) throw unknown(step);
  say(`RUN ${step.rest}`);
  const [program = "", ...words] = step.rest.split(" ");
  try {
    await promisify(execFile)(program, words, {
      cwd: join(place.root, place.workdir),
      env: { ...ownEnvironment(), ...place.env },
      timeout: 5 * 60_000,
    });
  } catch (cause) {
    throw new Error(
      `Dockerfile:${step.line}: ${step.rest} failed. It needs the npm registry, as the build of an image does.\n${String(cause)}`,
      { cause },
    );
  }
}

/** The Node that runs this stands first, as the image's Node does in the image. */
export function ownPath(): string {
  return [dirname(process.execPath), process.env.PATH ?? ""].join(delimiter);
}

function ownEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => passed.test(name));
  return { ...Object.fromEntries(kept.map(([name, value]) => [name, value ?? ""])), PATH: ownPath() };
}
