import type { Misbehaviour } from "./misbehaviours.ts";

/** A text that somebody reads, and where. */
export type Surface = { readonly place: string; readonly text: string };

/** An answer that went back to the model, with what was wrong with it. */
type SentBack = { readonly step: string; readonly complaints: readonly string[] };

/** What became of a misbehaviour: how it was met, and what of it got through. */
export type Judged = {
  readonly name: string;
  readonly does: string;
  readonly sentBack: readonly SentBack[];
  /** What the pull request warns of. */
  readonly findings: readonly string[];
  readonly gotThrough: readonly { readonly what: string; readonly place: string }[];
};

type Request = {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
};

/** Looks for what was planted, and reads from the model's requests and the pull request what stood in its way. */
export function judgeMisbehaviour(
  name: string,
  { does, planted }: Pick<Misbehaviour, "does" | "planted">,
  seen: {
    readonly requests: readonly Request[];
    readonly surfaces: readonly Surface[];
    readonly body: string;
  },
): Judged {
  return {
    name,
    does,
    sentBack: seen.requests.flatMap(readSentBack),
    findings: readFindings(seen.body),
    gotThrough: planted.flatMap(({ name: what, pattern, place: only }) =>
      seen.surfaces
        .filter(({ place }) => only === undefined || only === place)
        .filter(({ text }) => pattern.test(text))
        .map(({ place }) => ({ what, place })),
    ),
  };
}

/** Galley's own words to the model, which follow an answer that cannot be used, or stand in the step of a repair. */
function readSentBack({ messages }: Request): SentBack[] {
  const last = messages.at(-1);
  const step = /^Step: (.+)$/m.exec(messages[0]?.content ?? "")?.[1] ?? "";
  if ((messages.length < 4 && !step.startsWith("repair ")) || last?.role !== "user") return [];
  const complaints = last.content.split("\n").flatMap((line) => /^✖ (.+)$/.exec(line)?.[1] ?? []);
  return [{ step, complaints }];
}

function readFindings(body: string): string[] {
  const [, list = ""] = /^\*\*Findings:\*\*\n((?:- .*\n?)*)/m.exec(body) ?? [];
  return list.split("\n").flatMap((line) => /^- (.+)$/.exec(line)?.[1] ?? []);
}

/** How the demo ended, as people see it. */
type End = {
  readonly answer: string | null;
  readonly hasPullRequest: boolean;
  /** What stands on the merged pull request. */
  readonly publication: readonly string[];
};

/** How a misbehaviour was met, each guard in a sentence for a person. */
export function describeGuards({ sentBack, findings, gotThrough }: Judged, end: End): string[] {
  const back = sentBack.map(({ step, complaints }) => {
    const repaired = /^repair (.+)$/.exec(step)?.[1];
    const what =
      repaired === undefined ? `The answer at step "${step}"` : `What the checks found of "${repaired}"`;
    return `${what} went back to the model:\n${complaints.map((one) => `  ${one}`).join("\n")}`;
  });
  const warned = findings.map((finding) => `The pull request warns: ${finding}`);
  const left = describeEnd(gotThrough.length > 0, sentBack.length > 0, end);
  return [...back, ...warned, ...left];
}

function describeEnd(
  hasThrough: boolean,
  wasSentBack: boolean,
  { answer, hasPullRequest, publication }: End,
): string[] {
  if (!hasPullRequest) return [`No pull request; on the issue stands: ${answer ?? "(nothing)"}`];
  if (hasThrough) return ["What got through stands below."];
  const rest =
    "What it mended is in the pull request; what it wrote wrongly a second time was left out, or is warned of.";
  const held = publication.filter((text) => !/is on LinkedIn/.test(text));
  return [
    ...(wasSentBack ? [rest] : []),
    ...held.map((text) => `On the merged pull request stands: ${text}`),
  ];
}
