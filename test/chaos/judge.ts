/** One draft that was asked for, as it stands at the end on GitHub and LinkedIn. */
export type Seen = {
  /** `owner/name#issue` */
  readonly name: string;
  /** What Galley said on the issue. */
  readonly answers: readonly string[];
  /** The pull requests that were opened for it. */
  readonly pullRequests: readonly {
    readonly number: number;
    readonly fate: "open" | "merged" | "closed";
    /** What Galley said there. */
    readonly answers: readonly string[];
    /** How many posts of it readers see. */
    readonly posts: number;
  }[];
};

/** What must be nothing at the end, each named. */
export type Verdict = { readonly lost: string[]; readonly doubled: string[]; readonly stuck: string[] };

const ready = /^The draft is ready to be read and edited: #\d+\./;
const published = /is merged: the post is published/;
const discarded = /was closed without merging/;

/** Judges what was asked for by what stands, and work that has not ended as stuck. */
export function judge(seen: readonly Seen[], unfinished: readonly string[]): Verdict {
  const lost: string[] = [];
  const doubled: string[] = [];
  for (const { name, answers, pullRequests } of seen) {
    // A draft ends in its pull request, or in one sentence that says why not.
    const ends = answers.filter((text) => !published.test(text) && !discarded.test(text));
    if (ends.length === 0) lost.push(`${name}: no answer to /draft`);
    if (ends.length > 1 || pullRequests.length > 1)
      doubled.push(`${name}: ${ends.length} answers, ${pullRequests.length} pull requests`);
    if (ends.some((text) => ready.test(text)) && pullRequests.length === 0)
      lost.push(`${name}: a pull request that is said to be there`);
    for (const { number, fate, answers: said, posts } of pullRequests) {
      if (posts > 1) doubled.push(`${name}: ${posts} posts of #${number}`);
      if (fate === "open") continue;
      const told =
        fate === "merged"
          ? said.filter((text) => published.test(text))
          : answers.filter((text) => discarded.test(text));
      if (told.length === 0) lost.push(`${name}: nothing was said of #${number}, which was ${fate}`);
      if (told.length > 1) doubled.push(`${name}: ${told.length} times told that #${number} was ${fate}`);
      if (fate === "merged" && told.some((text) => text.includes("is on LinkedIn")) && posts === 0)
        lost.push(`${name}: the post of #${number} that is said to be on LinkedIn`);
      if (fate === "closed" && posts > 0) doubled.push(`${name}: a post of #${number}, which was closed`);
    }
  }
  return { lost, doubled, stuck: [...unfinished] };
}
