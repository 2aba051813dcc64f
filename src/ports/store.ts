import type { z } from "zod";
import type { Place } from "./open-work.ts";

/** A pull request of ours, as we remember it. */
export type OwnPullRequest = {
  readonly repositoryId: string;
  readonly number: number;
  readonly issueNumber: number;
  readonly nodeId: string;
  readonly branch: string;
  /** The path of the post. */
  readonly file: string;
  /** The names that it was given, for its page's address; null where it was opened before they were kept. */
  readonly slug: string | null;
  readonly day: string | null;
  readonly headOid: string;
  /** What a discard remembers: the sources' paths and the angle. */
  readonly sources: readonly string[];
  readonly angle: string;
};

/** An issue, for what is remembered of it. */
type IssuePlace = { readonly repositoryId: string; readonly issueNumber: number };

/** What was proposed for an issue, and the hash of the text that it was proposed for. */
type ProposedAngles = {
  readonly issueHash: string;
  readonly angles: readonly { readonly title: string; readonly angle: string }[];
};

/** An angle that was drafted, with the path of its post and what became of it as far as is known. */
type EarlierAngle = {
  readonly number: number;
  readonly file: string;
  readonly angle: string;
  readonly state: "open" | "merged" | "discarded";
};

/**
 * One attempt at a piece of work. Saving is fenced: when another attempt has begun since, `save` and
 * `finish` throw, so that an attempt which lost its job writes nothing.
 */
export interface Attempt {
  /** 1 for the first; more means that an earlier attempt may have done something whose answer was lost. */
  readonly number: number;
  /** What an attempt saved for this step, or undefined. The schema reads it back. */
  load<T>(step: string, schema: z.ZodType<T>): Promise<T | undefined>;
  /** Saves a step's result; a later attempt will not do the step again. Saving twice overwrites. */
  save(step: string, value: unknown): Promise<void>;
  /** Ends the work with its outcome and forgets what the sources said. */
  finish(outcome: string): Promise<void>;
}

/** What Galley remembers between deliveries. */
export interface Store {
  /** Begins the next attempt; undefined when the work is finished already. */
  begin(workId: string): Promise<Attempt | undefined>;
  /** Remembers a pull request as ours. Saving it again changes nothing. */
  savePullRequest(workId: string, pullRequest: OwnPullRequest, place: Place): Promise<void>;
  /** What is known of its end; null when it is open again. */
  saveEnd(repositoryId: string, number: number, ended: "merged" | "closed" | null): Promise<void>;
  /** Our pull request of this number, if it is one. */
  loadPullRequest(repositoryId: string, number: number): Promise<OwnPullRequest | undefined>;
  /** The newest pull request that we opened for an issue. */
  loadPullRequestOfIssue(repositoryId: string, issueNumber: number): Promise<OwnPullRequest | undefined>;
  /** The paths of the newest twenty posts that we drafted there: merged, they are on the default branch. */
  listPostFiles(repositoryId: string): Promise<readonly string[]>;
  /** Remembers that a draft was closed without merging. Saving it again changes nothing. */
  saveDiscard(pullRequest: OwnPullRequest, by: { readonly person: string; readonly at: Date }): Promise<void>;
  /** Forgets it: the pull request was opened again, or merged after all. */
  forgetDiscard(repositoryId: string, number: number): Promise<void>;
  /** Makes this work the one that drafts the issue; false while another that is not finished has it. Repeatable. */
  claimIssue(workId: string, repositoryId: string, issueNumber: number): Promise<boolean>;
  /**
   * Counts this work among its repository's drafts of a day; false when the day has had its `limit`. Repeatable:
   * work that counts already goes on counting.
   */
  takeDraftOfDay(
    workId: string,
    day: { readonly repositoryId: string; readonly day: string; readonly limit: number },
  ): Promise<boolean>;
  /**
   * Of these issues those that a schedule leaves alone: drafted, discarded, or refused to a schedule, which
   * was said there.
   */
  listPassedOver(repositoryId: string, issueNumbers: readonly number[]): Promise<ReadonlySet<number>>;
  /** The newest five pull requests that the schedule of a series opened. */
  listScheduledPullRequests(repositoryId: string, series: string): Promise<readonly number[]>;
  /** Remembers what was proposed for an issue, in the place of what was proposed before. */
  saveAngles(issue: IssuePlace, proposed: ProposedAngles, at: Date): Promise<void>;
  loadAngles(issue: IssuePlace): Promise<ProposedAngles | undefined>;
  /** The angles of the newest twenty pull requests that we opened in a repository. */
  listEarlierAngles(repositoryId: string): Promise<readonly EarlierAngle[]>;
  /** What was asked, as it was taken in; undefined when the work is finished. The caller parses it. */
  loadPayload(workId: string): Promise<unknown>;
}
