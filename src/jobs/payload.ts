import { z } from "zod";

/** Where the asking happened and who asked: enough to act and to answer, nothing that must be read again. */
const Asked = z.object({
  installationId: z.int().positive(),
  repository: z.object({
    /** GitHub's number as text: names change, it does not. */
    id: z.string(),
    owner: z.string(),
    name: z.string(),
  }),
  place: z.enum(["issue", "pull-request"]),
  issue: z.object({ number: z.int().positive(), nodeId: z.string() }),
  comment: z.object({ id: z.string(), nodeId: z.string() }),
  asker: z.string(),
});

export const DraftJob = z.object({
  kind: z.literal("draft"),
  workId: z.uuid(),
  asked: Asked,
  /** The issue as it stood when the comment was written. */
  issueText: z.object({ title: z.string(), body: z.string() }),
});
export type DraftJob = z.infer<typeof DraftJob>;

/** A comment that is answered with a sentence: help, or how a command is written. */
export const ReplyJob = z.object({
  kind: z.literal("reply"),
  workId: z.uuid(),
  asked: Asked,
  reply: z.discriminatedUnion("about", [
    z.object({ about: z.literal("help") }),
    z.object({ about: z.literal("misuse"), sentence: z.string() }),
  ]),
});
export type ReplyJob = z.infer<typeof ReplyJob>;

/** The payload of every job; read back through this schema, because a queue outlives a release. */
export const Job = z.discriminatedUnion("kind", [DraftJob, ReplyJob]);
export type Job = z.infer<typeof Job>;

/** A job before it is given the id of its work. */
export type NewJob = Omit<DraftJob, "workId"> | Omit<ReplyJob, "workId">;

/**
 * The identity of work: the same `(kind, repository, subject, revision)` is done once, however often it is
 * asked for. A draft is an issue and the comment that asked.
 */
export type WorkKey = {
  readonly kind: Job["kind"];
  readonly repositoryId: string;
  readonly subject: string;
  readonly revision: string;
};

/** The identity of the work that a comment asks for. */
export function identifyWork(job: NewJob): WorkKey {
  return {
    kind: job.kind,
    repositoryId: job.asked.repository.id,
    subject: `issue:${job.asked.issue.number}`,
    revision: `comment:${job.asked.comment.id}`,
  };
}
