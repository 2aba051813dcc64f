/** One instruction of a Dockerfile, its continued lines joined. */
export type Instruction = {
  /** In capitals. */
  readonly keyword: string;
  readonly rest: string;
  /** Where it begins, from 1. */
  readonly line: number;
};

/** From one FROM to the next. */
export type Stage = {
  readonly base: string;
  readonly name: string | undefined;
  readonly steps: readonly Instruction[];
};

/** What a Dockerfile says, in its own order. Throws at what it does not understand, with the line. */
export function parseDockerfile(text: string): Stage[] {
  const stages: (Stage & { steps: Instruction[] })[] = [];
  for (const step of joinLines(text)) {
    if (step.keyword === "FROM") {
      const [, base, name] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(step.rest) ?? [];
      if (base === undefined) throw unknown(step);
      stages.push({ base, name, steps: [] });
    } else {
      const stage = stages.at(-1);
      if (!stage) throw unknown(step);
      stage.steps.push(step);
    }
  }
  return stages;
}

/** The words of a JSON array of strings, or undefined for the shell form. */
export function readExecForm(text: string): string[] | undefined {
  if (!text.startsWith("[")) return undefined;
  try {
    const words: unknown = JSON.parse(text);
    const isExec = Array.isArray(words) && words.length > 0 && words.every((one) => typeof one === "string");
    return isExec ? words : undefined;
  } catch {
    return undefined;
  }
}

/** The command of a HEALTHCHECK in exec form, its options left out; undefined for NONE and the shell form. */
export function readHealthCheck(rest: string): string[] | undefined {
  const [, command] = /^(?:--[\w-]+=\S+\s+)*CMD\s+(.*)$/.exec(rest) ?? [];
  return command === undefined ? undefined : readExecForm(command);
}

/** The error for an instruction, or a form of one, that is not known here. */
export function unknown({ line, keyword, rest }: Instruction): Error {
  return new Error(`Dockerfile:${line}: not known to the replay: ${keyword} ${rest}`);
}

function joinLines(text: string): Instruction[] {
  const steps: Instruction[] = [];
  let open: { text: string; line: number } | undefined;
  for (const [index, raw] of text.split("\n").entries()) {
    if (/^\s*(?:#|$)/.test(raw)) continue;
    const isContinued = /\\\s*$/.test(raw);
    const part = raw.replace(/\\\s*$/, "").trim();
    open = { text: open ? `${open.text} ${part}` : part, line: open?.line ?? index + 1 };
    if (isContinued) continue;
    const [, keyword = "", rest = ""] = /^(\S+)\s*(.*)$/.exec(open.text) ?? [];
    steps.push({ keyword: keyword.toUpperCase(), rest, line: open.line });
    open = undefined;
  }
  if (open) throw new Error(`Dockerfile:${open.line}: the last line is continued by nothing`);
  return steps;
}
