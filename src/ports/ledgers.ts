/** A pull request of ours. */
type PullRequestKey = { readonly repositoryId: string; readonly number: number };

/** The ledgers of our pull requests: one for each version of a post that was looked at. */
export interface Ledgers {
  /** Saves the ledger of a version; a version that comes back is the newest again. Repeatable. */
  save(pullRequest: PullRequestKey, postHash: string, ledger: unknown): Promise<void>;
  /** The draft's own and the newest, which may be the same; undefined where there is none. The caller parses them. */
  load(
    pullRequest: PullRequestKey,
  ): Promise<{ readonly first: unknown; readonly newest: unknown } | undefined>;
  /** Forgets them: nobody edits a post in a pull request that is merged. */
  forget(pullRequest: PullRequestKey): Promise<void>;
}
