import type { RepositoryEntry } from "../sources/judge-file.ts";
import type { ChecksOutcome, ChecksRequest } from "./check-runs.ts";
import type { IdeasPage } from "./ideas.ts";

/** What a person may do in a repository. `write` and `admin` may command. */
export type Permission = "admin" | "write" | "read" | "none";

/** One look at a repository: everything a draft needs, at one commit. */
export type RepositoryView = {
  readonly nodeId: string;
  /** `owner/name` as it is now: names change. */
  readonly fullName: string;
  readonly isPrivate: boolean;
  readonly isArchived: boolean;
  readonly defaultBranch: string;
  /** The commit of the default branch at which everything was read. */
  readonly commit: string;
  readonly settings: RepositoryEntry;
  readonly entries: ReadonlyMap<string, RepositoryEntry>;
  /** What stands at the places asked for, in their order. */
  readonly looked: readonly (Looked | null)[];
  /** Branches whose names hold one of the days asked for; `isComplete` is false when there were too many. */
  readonly branches: { readonly names: readonly string[]; readonly isComplete: boolean };
  readonly labelId: string | null;
  readonly pullRequest: PullRequestState | null;
};

/**
 * A path at a branch, a tag or a commit (null: at the default branch). "" is the top. Of a folder the files
 * `depth` levels down are listed.
 */
export type PlaceToLook = { readonly ref: string | null; readonly path: string; readonly depth: number };

/** What stands at a place, and the commit at which that was seen. Null stands for a ref that there is not. */
export type Looked = { readonly commit: string; readonly entry: RepositoryEntry };

/** Files of a repository, which need not be the one that a draft is for. */
export type RepositoryLook = {
  /** `owner/name` as it is now. */
  readonly fullName: string;
  readonly isPrivate: boolean;
  readonly settings: RepositoryEntry;
  readonly looked: readonly (Looked | null)[];
};

type PullRequestState = {
  readonly number: number;
  readonly state: "OPEN" | "CLOSED" | "MERGED";
  readonly url: string;
};

/** A pull request to be opened with the one commit on its branch. */
export type OpenRequest = {
  /** `owner/name` */
  readonly repository: string;
  readonly repositoryNodeId: string;
  readonly baseBranch: string;
  readonly baseCommit: string;
  readonly branch: string;
  readonly file: { readonly path: string; readonly text: string };
  readonly commitMessage: { readonly headline: string; readonly body: string };
  readonly title: string;
  /** The body, and the one for a repository that refuses draft pull requests. */
  readonly body: string;
  readonly bodyWithoutDraft: string;
  /** The hidden line of the body, by which the pull request is known as this draft's. */
  readonly marker: string;
  readonly label: { readonly name: string; readonly color: string; readonly description: string };
  /** Null when the label must be created. */
  readonly labelId: string | null;
};

/** A pull request that stands, with the commit at its head. */
export type OpenedPullRequest = {
  readonly number: number;
  readonly nodeId: string;
  readonly url: string;
  readonly headCommit: string;
  readonly isDraft: boolean;
  readonly labelId: string | null;
};

/** What came of opening. */
export type OpenResult =
  | { readonly kind: "opened"; readonly pullRequest: OpenedPullRequest }
  | { readonly kind: "taken" };

/** What an earlier attempt left on a branch, when its answer was lost. */
export type OpenedBefore =
  | { readonly kind: "nothing" }
  /** The branch stands at the base commit: the commit goes on it. */
  | { readonly kind: "branch" }
  /** Our commit is on the branch, without a pull request. */
  | { readonly kind: "commit"; readonly commit: string }
  | { readonly kind: "pull-request"; readonly pullRequest: OpenedPullRequest }
  /** The base has a post of that path; what an attempt made over it must be taken back. */
  | {
      readonly kind: "occupied";
      readonly pullRequestNodeId: string | null;
      readonly branchNodeId: string | null;
    }
  /** Somebody else's work has this name. */
  | { readonly kind: "foreign" };

/** A pull request that was closed, as it stands now. */
export type ClosedPullRequest = {
  /** Of our App, with its head in this repository. */
  readonly isOurs: boolean;
  readonly isPrivate: boolean;
  readonly state: PullRequestState["state"];
  /** As they are now, whoever wrote them. */
  readonly title: string;
  readonly body: string;
  readonly baseBranch: string;
  readonly defaultBranch: string;
  readonly settings: RepositoryEntry;
  /** The commit at which the post is looked at: the merge, else the branch's head; null when there is neither. */
  readonly commit: string | null;
  /** The post at the merge commit, and as it is on the default branch now; null when there is none. */
  readonly merged: { readonly commit: string; readonly path: string; readonly text: string } | null;
  readonly current: { readonly path: string; readonly text: string } | null;
  /** The post at the head of the branch. */
  readonly head: { readonly path: string; readonly text: string } | null;
  /** Markdown files that it adds, or gives another name; a post that was moved is one of them. */
  readonly added: readonly string[];
  /** The files that it changes and leaves there, of any kind; the first hundred. */
  readonly changed: readonly string[];
  /** The branch and every commit on it; null when the branch is gone. */
  readonly branch: { readonly nodeId: string; readonly commits: readonly string[] } | null;
  /** Where Galley speaks: the pull request and the issue behind it. */
  readonly nodeIds: { readonly pullRequest: string; readonly issue: string | null };
  readonly repositoryNodeId: string;
};

/** What an announcement could not do yet, and how long the host asks to wait, when it says so. */
export type Announced = {
  readonly left: readonly string[];
  readonly retryAfterMs: number | null;
};

/** The comment that commands and the issue it stands on; the issue twice when no comment does. */
export type Thread = { readonly issueNodeId: string; readonly commentNodeId: string };

/**
 * A repository as Galley needs it. Every method throws `RetryableError` when the host could not be reached
 * or failed, `UserError` when a person can mend what it refused, `PermanentError` otherwise.
 * No method repeats a write by itself.
 */
export interface Repository {
  /** One request. Somebody unknown has `none`. */
  permission(login: string): Promise<Permission>;
  /** Whether somebody may read it; false also where the App is not installed and where there is no such repository. One request. */
  mayRead(login: string): Promise<boolean>;
  /** One request, however many files. A name of a file that is absent comes back as `missing`. */
  read(request: {
    readonly settingsPath: string;
    readonly paths: readonly string[];
    readonly places: readonly PlaceToLook[];
    readonly days: readonly string[];
    readonly label: string;
    readonly pullRequestNumber: number | null;
  }): Promise<RepositoryView>;
  /** Files at places, and the settings on the default branch. One request. */
  look(request: {
    readonly settingsPath: string;
    readonly places: readonly PlaceToLook[];
  }): Promise<RepositoryLook>;
  /** The days (`YYYY-MM-DD`) on which files were last committed, seen from a commit, in this order. One request. */
  listDays(request: {
    readonly commit: string;
    readonly paths: readonly string[];
  }): Promise<readonly (string | null)[]>;
  /** The settings file alone, as it is now on the default branch. One request. */
  readSettings(path: string): Promise<RepositoryEntry>;
  /**
   * Open issues with a label, oldest first, fifty a page, with what became of these pull requests. One request
   * a page; `after` is the `next` of the page before.
   */
  listIdeas(request: {
    readonly label: string;
    readonly pullRequestNumbers: readonly number[];
    readonly after: string | null;
  }): Promise<IdeasPage>;
  /** The whole of a file that `read` cut off. One request. */
  readBlob(oid: string): Promise<Uint8Array>;
  /** Branch names that hold this text. One request; for patterns that no day can find. */
  listBranches(containing: string): Promise<readonly string[]>;
  /** 👀 on the command and a comment below it, in one request. Resolves to the comment's id, null where commenting is refused. */
  acknowledge(thread: Thread, body: string): Promise<string | null>;
  /** One request: 😕 or 🚀 on the command, and a new comment, or the text of `commentId` replaced. */
  answer(
    thread: Thread,
    answer: {
      readonly body: string;
      readonly commentId: string | null;
      readonly reaction: "confused" | "rocket";
    },
  ): Promise<void>;
  /** The id of our own comment on the issue that holds `marker`, among the newest hundred. One request. */
  findOwnComment(thread: Thread, marker: string): Promise<string | null>;
  /**
   * What is left to do after `found` (for a first attempt: nothing was found) of branch, commit and draft pull
   * request, in one request; another where drafts are refused. `taken`: the base holds a file of that path;
   * nothing was left open.
   */
  open(request: OpenRequest, found: Exclude<OpenedBefore, { kind: "foreign" }>): Promise<OpenResult>;
  /** What stands under the branch after an answer was lost. One request. */
  findOpened(request: OpenRequest): Promise<OpenedBefore>;
  /** A pull request of ours, read anew, with its post under the name that we gave it: payloads can be out of date. One request. */
  readClosed(request: {
    readonly number: number;
    readonly issueNumber: number;
    readonly file: string;
    readonly settingsPath: string;
  }): Promise<ClosedPullRequest>;
  /** The texts of files at commits or branches, in this order; null for what is not there or is no text. One request. */
  readTexts(
    places: readonly { readonly revision: string; readonly path: string }[],
  ): Promise<readonly (string | null)[]>;
  /** Our comment replaced, or a new one where `commentId` is null; one request. */
  comment(request: {
    readonly nodeId: string;
    readonly commentId: string | null;
    readonly body: string;
  }): Promise<void>;
  /**
   * The same comment on each of these; one request. Resolves with what may go well later; what is refused for
   * good, such as a comment on a locked issue, is not in it. Throws when nothing was said.
   */
  announce(request: { readonly nodeIds: readonly string[]; readonly body: string }): Promise<Announced>;
  /** One request. True when the branch is gone, be it by somebody else; false when the host keeps it. */
  deleteBranch(nodeId: string): Promise<boolean>;
  /** Check runs for a commit, each once, in one request, and one more for each further fifty annotations. */
  postChecks(request: ChecksRequest): Promise<ChecksOutcome>;
  /**
   * Label, closing comment, 🚀 and check runs in one request, and one more for each further fifty annotations. Repeating
   * it changes nothing when `mayHaveActed` says so. Resolves with what became of the check runs.
   */
  finish(request: {
    readonly thread: Thread;
    readonly commentId: string | null;
    readonly body: string;
    readonly pullRequestNodeId: string;
    readonly labelId: string | null;
    readonly checks: ChecksRequest | null;
  }): Promise<ChecksOutcome>;
}
