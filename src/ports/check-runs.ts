/** A remark beside a line of a file. */
export type Annotation = {
  readonly path: string;
  /** Lines of the file, from 1. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly level: "notice" | "warning" | "failure";
  /** Plain text; GitHub shows it as it is. */
  readonly message: string;
};

/** What a check says of a commit. `summary` and `text` are Markdown; nothing of it is secret. */
export type CheckReport = {
  /** By this name people and branch rules know the check. */
  readonly name: string;
  readonly conclusion: "success" | "neutral" | "failure";
  readonly title: string;
  readonly summary: string;
  readonly text: string | null;
  readonly annotations: readonly Annotation[];
};

/** Check runs to be made for a commit, each once. */
export type ChecksRequest = {
  readonly repositoryNodeId: string;
  readonly commit: string;
  /** What our check runs of this commit carry, so that they are found again. */
  readonly externalId: string;
  readonly reports: readonly CheckReport[];
  /** Whether an earlier attempt may have made some: then they are looked for first, in one request. */
  readonly mayHaveActed: boolean;
};

/** `forbidden`: this installation has not granted `checks: write`. `refused`: GitHub took them for another reason not. */
export type ChecksOutcome = "posted" | "forbidden" | "refused";
