import { z } from "zod";

/** The repository that work is about, and the installation that may act there. */
const Target = z.object({
  installationId: z.int().positive(),
  repository: z.object({
    /** GitHub's number as text: names change, it does not. */
    id: z.string(),
    owner: z.string(),
    name: z.string(),
  }),
});
export type Target = z.infer<typeof Target>;

/** Where the asking happened and who asked: enough to act and to answer, nothing that must be read again. */
const Asked = Target.extend({
  place: z.enum(["issue", "pull-request"]),
  issue: z.object({ number: z.int().positive(), nodeId: z.string() }),
  comment: z.object({ id: z.string(), nodeId: z.string() }),
  asker: z.string(),
});

export const DraftJob = z.object({
  kind: z.literal("draft"),
  workId: z.uuid(),
  /** Without a comment when a schedule asked: then the work is the schedule's. */
  asked: Asked.extend({ comment: Asked.shape.comment.nullable() }),
  /** The issue as it stood when it was asked for. */
  issueText: z.object({ title: z.string(), body: z.string() }),
  /** The series whose schedule asked; absent when a person did. */
  series: z.string().optional(),
  /** The number of the proposed angle that is taken, from 1. */
  angle: z.int().positive().optional(),
});
export type DraftJob = z.infer<typeof DraftJob>;

/** Angles are asked for: ways to write about the sources that an issue names. */
export const AnglesJob = z.object({
  kind: z.literal("angles"),
  workId: z.uuid(),
  asked: Asked,
  /** The issue as it stood when it was asked for. */
  issueText: DraftJob.shape.issueText,
});
export type AnglesJob = z.infer<typeof AnglesJob>;

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

/** What a person says of the announcement, after a merge. */
const LinkedInCommand = z.discriminatedUnion("do", [
  z.object({ do: z.literal("show") }),
  z.object({ do: z.literal("send") }),
  z.object({ do: z.literal("sent"), url: z.string() }),
  z.object({ do: z.literal("not-sent") }),
]);

export const LinkedInJob = z.object({
  kind: z.literal("linkedin"),
  workId: z.uuid(),
  asked: Asked,
  command: LinkedInCommand,
});
export type LinkedInJob = z.infer<typeof LinkedInJob>;

/** Somebody lets a confidential detail be said. Words of it are forgotten with the payload when the work ends. */
export const ReleaseJob = z.object({
  kind: z.literal("release"),
  workId: z.uuid(),
  asked: Asked,
  release: z.discriminatedUnion("by", [
    z.object({ by: z.literal("number"), numbers: z.array(z.int().positive()) }),
    z.object({ by: z.literal("words"), words: z.string() }),
  ]),
});
export type ReleaseJob = z.infer<typeof ReleaseJob>;

/** A pull request was closed, merged or opened again; what really became of it is read again before anything is done. */
export const CloseJob = z.object({
  kind: z.literal("close"),
  workId: z.uuid(),
  target: Target,
  pullRequest: z.object({ number: z.int().positive(), nodeId: z.string() }),
  became: z.enum(["merged", "closed", "reopened"]),
  /** When, as the payload says: two closings are two pieces of work. */
  at: z.string(),
  /** Who closed it; remembered with a discard. */
  person: z.string(),
});
export type CloseJob = z.infer<typeof CloseJob>;

/** Somebody changed a pull request of ours: what can be wrong with its announcement is said before the merge. */
export const ReviewJob = z.object({
  kind: z.literal("review"),
  workId: z.uuid(),
  target: Target,
  pullRequest: z.object({ number: z.int().positive(), nodeId: z.string() }),
  /** The commit that was pushed, or that stood there. */
  commit: z.string(),
  /** The delivery that said that title or text were edited; absent where somebody pushed. */
  edited: z.string().optional(),
});
export type ReviewJob = z.infer<typeof ReviewJob>;

/** Where the settings of a repository lie, on its default branch. */
export const settingsPath = ".github/galley.yml";

/** The settings of a repository may have changed: what they schedule is read again. */
export const SettingsJob = z.object({
  kind: z.literal("settings"),
  workId: z.uuid(),
  target: Target,
  /** What happened: a delivery, or a version of the file that was found. */
  because: z.string(),
});
export type SettingsJob = z.infer<typeof SettingsJob>;

/** A series is due: the oldest idea that waits is drafted. */
export const ScheduleJob = z.object({
  kind: z.literal("schedule"),
  workId: z.uuid(),
  target: Target,
  series: z.string(),
  /** The label of the issues that wait. */
  label: z.string(),
  /** The instant for which the schedule asked, ISO 8601. */
  due: z.string(),
});
export type ScheduleJob = z.infer<typeof ScheduleJob>;

/** The payload of every job; read back through this schema, because a queue outlives a release. */
export const Job = z.discriminatedUnion("kind", [
  DraftJob,
  AnglesJob,
  ReplyJob,
  LinkedInJob,
  ReleaseJob,
  CloseJob,
  ReviewJob,
  SettingsJob,
  ScheduleJob,
]);
export type Job = z.infer<typeof Job>;

/** A job before it is given the id of its work. */
export type NewJob =
  | Omit<DraftJob, "workId">
  | Omit<AnglesJob, "workId">
  | Omit<ReplyJob, "workId">
  | Omit<LinkedInJob, "workId">
  | Omit<ReleaseJob, "workId">
  | Omit<CloseJob, "workId">
  | Omit<ReviewJob, "workId">
  | Omit<SettingsJob, "workId">
  | Omit<ScheduleJob, "workId">;

/** A job that a comment asked for, with somebody to answer. */
export type AskedJob = DraftJob | AnglesJob | ReplyJob | LinkedInJob | ReleaseJob;

/** A job that reads the sources that an issue names. */
export type ReadingJob = DraftJob | AnglesJob;

/** Where a job works. */
export function targetOf(job: NewJob): Target {
  return "target" in job ? job.target : job.asked;
}

/**
 * The identity of work: the same `(kind, repository, subject, revision)` is done once, however often it is
 * asked for. A command is an issue and the comment that asked; a publication is a pull request; a discard is a
 * pull request and the moment it was closed; a scheduled draft is a series and the instant at which it was due.
 */
export type WorkKey = {
  readonly kind: Job["kind"];
  readonly repositoryId: string;
  readonly subject: string;
  readonly revision: string;
};

/** The identity of a job's work. */
export function identifyWork(job: NewJob): WorkKey {
  if (job.kind === "review") {
    const { target, pullRequest, commit } = job;
    const subject = `pull-request:${pullRequest.number}`;
    const revision = job.edited === undefined ? `commit:${commit}` : `edited:${job.edited}`;
    return { kind: job.kind, repositoryId: target.repository.id, subject, revision };
  }
  if (job.kind === "settings") {
    const repositoryId = job.target.repository.id;
    return { kind: job.kind, repositoryId, subject: "settings", revision: job.because };
  }
  if (job.kind === "schedule") {
    const repositoryId = job.target.repository.id;
    return { kind: job.kind, repositoryId, subject: identifySeries(job.series), revision: job.due };
  }
  if (job.kind === "close") {
    return {
      kind: job.kind,
      repositoryId: job.target.repository.id,
      subject: `pull-request:${job.pullRequest.number}`,
      revision: job.became === "merged" ? "merged" : `${job.became}:${job.at}`,
    };
  }
  return {
    kind: job.kind,
    repositoryId: job.asked.repository.id,
    subject: `issue:${job.asked.issue.number}`,
    revision: job.asked.comment ? `comment:${job.asked.comment.id}` : "schedule",
  };
}

/** The subject of a series' work. */
export function identifySeries(series: string): string {
  return `series:${series}`;
}
