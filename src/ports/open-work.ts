/** Where a repository is, and the installation that may act there. */
export type Place = { readonly installationId: number; readonly owner: string; readonly name: string };

/** A pull request of ours whose end is not known here, or that was closed and may be opened again. */
export type OpenWorkItem = Place & {
  readonly repositoryId: string;
  readonly number: number;
  readonly nodeId: string;
  readonly known: "open" | "closed";
};

/** What is to be compared with GitHub's truth. */
export interface OpenWork {
  /** Those that were looked at longest ago, and only where the installation can be reached as far as is known. */
  listDue(limit: number): Promise<readonly OpenWorkItem[]>;
  markLooked(items: readonly OpenWorkItem[]): Promise<void>;
  /** They are there, whatever an earlier look missed. */
  markSeen(items: readonly OpenWorkItem[]): Promise<void>;
  /**
   * It could not be seen. When an earlier look, an hour ago or more, did not see it either, it is lost, which is
   * true: it is not looked at until its repository is seen. One that is closed is looked at for its month all the same.
   */
  markMissing(item: OpenWorkItem): Promise<boolean>;
}

/** Where things are. Saying what is known already changes nothing. */
export interface Places {
  /** The repository has another name, owner or installation; work that waits goes there too. */
  moveRepository(repositoryId: string, place: Place): Promise<void>;
  /** The repository is seen there. When it was known elsewhere, or pull requests of it were lost, it moves: true. */
  noteRepository(repositoryId: string, place: Place): Promise<boolean>;
  /** What became of an installation; `reachable` also when somebody installed the App again for this owner. */
  noteInstallation(
    installationId: number,
    state: "reachable" | "suspended" | "gone",
    owner?: string,
  ): Promise<void>;
}

/** A pull request as GitHub has it now. */
export type PullRequestTruth = {
  readonly state: "OPEN" | "CLOSED" | "MERGED";
  /** When it was closed, or changed last while it is open, as webhooks write it. */
  readonly at: string;
  /** Who closed or merged it; empty when nobody knows. */
  readonly person: string;
  readonly owner: string;
  readonly name: string;
};

/** Looks at up to a hundred pull requests in one request; those that cannot be seen are missing. Errors are those of `Repository`. */
export type LookUp = (
  installationId: number,
  nodeIds: readonly string[],
) => Promise<ReadonlyMap<string, PullRequestTruth>>;
