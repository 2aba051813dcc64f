/** What stands at the end of a demo, on GitHub, on LinkedIn and in the log. */
export type DemoEnd = {
  readonly pullRequests: number;
  /** What Galley says on the issue. */
  readonly answers: readonly string[];
  /** What Galley says on the merged pull request; null when nothing was merged. */
  readonly publication: readonly string[] | null;
  readonly visiblePosts: number;
  /** How many lines of Galley's log hold a key, a token or a secret of the demo. */
  readonly leaks: number;
};

const ready = /^The draft is ready to be read and edited: #\d+\./;
const later = /is merged: the post is published|was closed without merging/;
const progress = /^Writing a draft from /;

/** What was promised and did not hold, each as a sentence; nothing when all did. */
export function judgeDemo({ pullRequests, answers, publication, visiblePosts, leaks }: DemoEnd): string[] {
  const broken: string[] = [];
  const ends = answers.filter((text) => !later.test(text));
  if (pullRequests > 1) broken.push(`One comment made ${pullRequests} pull requests.`);
  if (ends.length !== 1) broken.push(`The comment was answered ${ends.length} times.`);
  for (const text of ends) {
    if (progress.test(text)) broken.push("The comment's answer never came to an end.");
    else if (ready.test(text) !== pullRequests > 0)
      broken.push(`With ${pullRequests} pull requests the answer is: ${text}`);
  }
  if (visiblePosts > 1) broken.push(`One merge made ${visiblePosts} posts that LinkedIn's readers see.`);
  if (publication === null && visiblePosts > 0) broken.push("A post is visible, and nothing was merged.");
  if (publication !== null) broken.push(...judgePublication(publication, visiblePosts));
  if (leaks > 0) broken.push(`${leaks} lines of the log hold a secret.`);
  return broken;
}

function judgePublication(publication: readonly string[], visiblePosts: number): string[] {
  if (publication.length !== 1)
    return [`The pull request's people were told ${publication.length} times what became of it.`];
  const [text = ""] = publication;
  if (/is on LinkedIn/.test(text) && visiblePosts === 0)
    return ["Galley says that the post is on LinkedIn, and no reader sees it."];
  if (/Nothing was sent/.test(text) && visiblePosts > 0)
    return ["Galley says that nothing was sent, and readers see a post."];
  return [];
}
