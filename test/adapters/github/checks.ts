import type { GithubClient } from "../../../src/adapters/github/client.ts";
import type { ChecksRequest } from "../../../src/ports/check-runs.ts";

type Mutated = Awaited<ReturnType<GithubClient["mutate"]>>;

export const place = { owner: "acme", name: "notes" };

/** A client that answers mutations in turn, records them and refuses everything else. */
export function script(...answers: Mutated[]) {
  const sent: { document: string; variables: Record<string, unknown> }[] = [];
  const refuse = () => Promise.reject(new Error("not scripted"));
  const client: GithubClient = {
    rest: refuse,
    query: refuse,
    mutate(_task, document, variables) {
      sent.push({ document, variables });
      const next = answers.shift();
      return next ? Promise.resolve(next) : refuse();
    },
  };
  return { client, sent };
}

/** Remarks beside as many lines. */
export const remark = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    path: "a.md",
    firstLine: at + 1,
    lastLine: at + 1,
    level: "warning" as const,
    message: "Look.",
  }));

const report = {
  name: "Check",
  conclusion: "neutral",
  title: "A title",
  summary: "A summary",
  text: null,
  annotations: remark(1),
} as const;

/** One check run for a commit. */
export const checks: ChecksRequest = {
  repositoryNodeId: "R_1",
  commit: "c0ffee",
  externalId: "PR_1",
  reports: [report],
  mayHaveActed: false,
};
