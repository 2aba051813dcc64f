/** An issue that waits to be drafted. `author` is null for bots and for people who are gone. */
export type Idea = {
  readonly number: number;
  readonly nodeId: string;
  readonly title: string;
  readonly body: string;
  readonly author: string | null;
};

export type IdeasPage = {
  readonly isArchived: boolean;
  readonly ideas: readonly Idea[];
  readonly hasOpenPullRequest: boolean;
  /** Null on the last page. */
  readonly next: string | null;
};
